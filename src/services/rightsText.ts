import { canChangeStatus, type AlertRights } from '../domain/alertRights.ts';

export interface RightsText {
  /** A few words, to stand in a row. */
  readonly short: string;
  /** One or two sentences: what is allowed, and which role is missing. */
  readonly full: string;
}

/** Defender for Cloud's own table of permissions names these roles, and says that resource groups do not count. */
export const rolesForStatus =
  'It takes the role Security Admin, or Contributor or Owner, on the subscription itself: the same role on a resource group is not enough.';

const verbs: readonly (readonly [keyof AlertRights, string])[] = [
  ['dismiss', 'dismiss'],
  ['resolve', 'resolve'],
  ['activate', 'reactivate'],
];

/** What the signed-in person may do to alerts, and what is missing for the rest. */
export function rightsText(rights: AlertRights): RightsText {
  if (!canChangeStatus(rights)) {
    return {
      short: 'read only: Security Admin is missing',
      full: `Alerts can be read, not changed. ${rolesForStatus}`,
    };
  }
  const may = verbs.flatMap(([right, verb]) => (rights[right] ? [verb] : []));
  const mayNot = verbs.flatMap(([right, verb]) => (rights[right] ? [] : [verb]));
  const short = `can ${listed(may, 'and')}`;
  if (mayNot.length === 0) return { short, full: 'Alerts can be dismissed, resolved and reactivated.' };
  return { short, full: `You ${short} alerts, and cannot ${listed(mayNot, 'or')} them. ${rolesForStatus}` };
}

function listed(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
