import type { ItemTarget } from '../protocol/panelTarget.ts';
import type { Product } from './product.ts';
import { safeLink } from '../domain/safeLink.ts';
import { inform } from '../platform/notices.ts';
import { openAddress } from '../platform/openAddress.ts';
import { readSettings } from '../platform/settings.ts';
import { alertPortalLink, alertsPortalLink, subscriptionPortalLink } from '../services/portalLink.ts';
import { findItem } from './findItem.ts';
import { rowOf } from './subscriptionRow.ts';
import { targetOrAsk } from './targetOf.ts';

/** Opens an item, or a subscription's row, in the portal of the configured cloud. */
export async function openInPortal(product: Product, argument: unknown): Promise<void> {
  const portalUrl = readSettings().endpoints?.portalUrl;
  if (portalUrl === undefined) {
    return (await import('../platform/signIn/index.ts')).tellOfWrongCloud();
  }
  const { subscriptionId } = rowOf(argument);
  if (subscriptionId !== undefined) return open(subscriptionPortalLink(subscriptionId, portalUrl), portalUrl);
  const target = await targetOrAsk(product, argument);
  if (target === undefined) return;
  const link = linkOf(product, target, portalUrl);
  if (link === undefined) inform('gone');
  else await open(link, portalUrl);
}

/** An incident of the service is an alert of the service; one found here is not known to the portal. */
function linkOf({ store }: Product, target: ItemTarget, portalUrl: string): string | undefined {
  const { correlation } = store.state;
  const item = findItem(target, correlation);
  if (item === undefined) return undefined;
  if (item.kind === 'alert') return alertPortalLink(item.alert, portalUrl);
  const { declaredBy } = item.incident;
  const declaration = declaredBy === undefined ? undefined : correlation.alerts.get(declaredBy);
  return declaration === undefined ? alertsPortalLink(portalUrl) : alertPortalLink(declaration, portalUrl);
}

/** The last check before the browser: whatever made the address, only the portal is opened. */
async function open(link: string, portalUrl: string): Promise<void> {
  const safe = safeLink(link, { portalUrl });
  if (safe !== undefined) await openAddress(safe);
}
