import type { Alert } from '../../domain/alert.ts';
import { allows } from '../../domain/alertRights.ts';
import { isOpen } from '../../domain/alertStatus.ts';
import { memberKeys, type Incident } from '../../domain/incident.ts';
import { statusAfter, type StatusAction } from '../../domain/statusAction.ts';
import type { Capability } from './capability.ts';
import type { RowFacts } from './rowFacts.ts';

const names: Readonly<Record<StatusAction, Capability>> = {
  dismiss: 'dismiss',
  resolve: 'resolve',
  inProgress: 'setInProgress',
  activate: 'activate',
};

const refusals: Readonly<Record<StatusAction, Capability>> = {
  dismiss: 'mayNotDismiss',
  resolve: 'mayNotResolve',
  inProgress: 'mayNotSetInProgress',
  activate: 'mayNotActivate',
};

const actions = Object.keys(names) as StatusAction[];

/** What can be done about an alert's status, and what of it the person's roles are known not to allow. */
export function statusCapabilities(alert: Alert, facts: RowFacts): readonly Capability[] {
  return capabilitiesFor(
    actions.filter((action) => statusAfter[action] !== alert.status),
    [alert.subscriptionId],
    facts,
  );
}

/** The same for all alerts of an incident together: what makes a difference to one of them. */
export function incidentStatusCapabilities(incident: Incident, facts: RowFacts): readonly Capability[] {
  const { alerts } = facts.state.correlation;
  const keys = [...memberKeys(incident), ...(incident.declaredBy === undefined ? [] : [incident.declaredBy])];
  const listed = keys.flatMap((key) => alerts.get(key) ?? []);
  const wanted = actions.filter((action) =>
    listed.some(({ status }) =>
      action === 'activate' ? status !== 'Active' : isOpen(status) && status !== statusAfter[action],
    ),
  );
  return capabilitiesFor(wanted, [...new Set(listed.map(({ subscriptionId }) => subscriptionId))], facts);
}

function capabilitiesFor(
  wanted: readonly StatusAction[],
  subscriptionIds: readonly string[],
  { rightsIn }: RowFacts,
): readonly Capability[] {
  const rights = subscriptionIds.map((id) => rightsIn?.(id));
  // One subscription in which it is allowed is enough: what is refused elsewhere is left out, and said.
  const refused = wanted.filter(
    (action) => rights.length > 0 && rights.every((each) => each !== undefined && !allows(each, action)),
  );
  return [
    ...wanted.map((action) => names[action]),
    ...refused.map((action) => refusals[action]),
    ...(refused.length === 0 ? [] : (['roleIsMissing'] as const)),
  ];
}
