import { displayLabel } from '../../domain/displayText.ts';
import type { FactModel } from '../../protocol/factModel.ts';
import type { PanelActionTable } from './panelActions.ts';
import type { PanelContext } from './panelContext.ts';

/** The subscription's name, where it is known, and its id to copy. */
export function subscriptionFact(subscriptionId: string, context: PanelContext, actions: PanelActionTable): FactModel {
  const name = context.subscriptions.get(subscriptionId)?.displayName;
  const id = { kind: 'code', text: displayLabel(subscriptionId), copyId: actions.copy(subscriptionId) } as const;
  return {
    label: 'Subscription',
    values: name === undefined ? [id] : [{ kind: 'text', text: displayLabel(name) }, id],
  };
}
