import type { Alert } from '../../domain/alert.ts';
import { azureResourceIds } from '../../domain/alert.ts';
import type { JsonObject } from '../../domain/json.ts';
import { parseResourceId } from '../../domain/resourceId.ts';
import type { FactModel, FactValue } from '../../protocol/factModel.ts';
import { codeFact, facts, wireFact } from './fact.ts';
import type { PanelActionTable } from './panelActions.ts';
import type { PanelContext } from './panelContext.ts';
import { portalResourceUrl } from './portalLinks.ts';
import { resourceName, resourceTypeLabel } from './resourceLabel.ts';

/** The resources an alert points at: Azure ones with a portal link, others (a workspace, a directory) as they came. */
export function resourceFacts(alert: Alert, context: PanelContext, actions: PanelActionTable): FactModel[] {
  const azure = azureResourceIds(alert).flatMap((id) => azureFacts(id, context, actions));
  const others = alert.resources
    .filter(({ azureResourceId }) => azureResourceId === undefined)
    .flatMap(({ type, properties }) => facts(wireFact(type, withoutMarkers(properties), actions)));
  return [...azure, ...others];
}

function azureFacts(id: string, context: PanelContext, actions: PanelActionTable): FactModel[] {
  const parsed = parseResourceId(id);
  const tenantId = parsed === undefined ? undefined : context.subscriptions.get(parsed.subscriptionId)?.tenantId;
  const url = portalResourceUrl(context.portalUrl, id, tenantId);
  const name: FactValue =
    url === undefined
      ? { kind: 'text', text: resourceName(id) }
      : { kind: 'link', link: actions.link(resourceName(id), url) };
  return [{ label: resourceTypeLabel(id), values: [name] }, ...facts(codeFact('Resource ID', id, actions))];
}

function withoutMarkers(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== '$id' && name !== 'type'));
}
