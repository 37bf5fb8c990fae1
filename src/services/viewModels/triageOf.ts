import type { StatusAction } from '../../domain/statusAction.ts';
import type { NoticeModel } from '../../protocol/noticeModel.ts';
import type { TriageAction, TriageModel } from '../../protocol/triageModel.ts';
import type { ItemTarget } from '../../protocol/panelTarget.ts';
import { rolesForStatus } from '../rightsText.ts';
import type { StatusActions } from '../statusActions.ts';
import type { PanelContext } from './panelContext.ts';

const shown: readonly (readonly [TriageAction, StatusAction])[] = [
  ['acknowledge', 'inProgress'],
  ['resolve', 'resolve'],
  ['dismiss', 'dismiss'],
  ['activate', 'activate'],
];

/** The buttons for an item's status, and for putting it aside until later. */
export function triageOf(
  id: string,
  { wanted, refused }: StatusActions,
  { asleep }: Pick<PanelContext, 'asleep'>,
): TriageModel {
  return [
    ...shown
      .filter(([, action]) => wanted.includes(action))
      .map(([name, action]) => ({ action: name, ...(refused.includes(action) ? { refused: rolesForStatus } : {}) })),
    { action: asleep?.has(id) === true ? 'wake' : 'snooze' },
  ];
}

/** Says until when an item sleeps. */
export function snoozeNotice({ kind, id }: ItemTarget, context: PanelContext): readonly NoticeModel[] {
  const until = context.asleep?.get(id);
  if (until === undefined) return [];
  return [
    {
      tone: 'info',
      text: `Snoozed until ${context.timeOfDay(until)}${kind === 'incident' ? ', or until it gets a new alert' : ''}.`,
    },
  ];
}
