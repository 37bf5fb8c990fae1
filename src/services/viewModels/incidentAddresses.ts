import type { Alert } from '../../domain/alert.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { ownString, type JsonObject } from '../../domain/json.ts';
import type { AddressRow } from '../../protocol/incidentPanelModel.ts';
import { locationOf, networkOf, placeOf } from './addressFacts.ts';
import { threatEntries, threatName } from './threats.ts';

/**
 * The IP addresses that the alerts name, each once, with how many alerts name it; those known to threat intelligence
 * first, then the most frequent.
 */
export function incidentAddresses(alerts: readonly Alert[]): AddressRow[] {
  const rows = new Map<string, { row: AddressRow; alerts: Set<string> }>();
  for (const alert of alerts) {
    for (const { type, properties } of alert.entities) {
      const address =
        type === 'ip' ? (ownString(properties, 'address') ?? ownString(properties, 'Address')) : undefined;
      if (address === undefined) continue;
      const known = rows.get(address);
      const seenIn = (known?.alerts ?? new Set()).add(alert.key);
      rows.set(address, { row: merged(known?.row, addressRow(address, properties)), alerts: seenIn });
    }
  }
  return [...rows.values()].map(({ row, alerts: seenIn }) => ({ ...row, alerts: seenIn.size })).sort(compareRows);
}

function addressRow(address: string, properties: JsonObject): AddressRow {
  const location = locationOf(properties) ?? {};
  return {
    address: displayLabel(address),
    place: placeOf(location),
    network: networkOf(location),
    alerts: 1,
    threats: [...new Set(threatEntries(properties).map(threatName))],
  };
}

/** One alert may know where an address is, and another what it did. */
function merged(known: AddressRow | undefined, next: AddressRow): AddressRow {
  if (known === undefined) return next;
  return {
    ...known,
    place: known.place || next.place,
    network: known.network || next.network,
    threats: [...new Set([...known.threats, ...next.threats])],
  };
}

function compareRows(a: AddressRow, b: AddressRow): number {
  return b.threats.length - a.threats.length || b.alerts - a.alerts || (a.address < b.address ? -1 : 1);
}
