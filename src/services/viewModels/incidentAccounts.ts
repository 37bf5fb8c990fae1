import type { Alert } from '../../domain/alert.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { EntityIndex } from '../../domain/entity.ts';
import { ownString, type JsonObject } from '../../domain/json.ts';
import type { AccountRow } from '../../protocol/incidentPanelModel.ts';
import { entityTitle } from './entityTitle.ts';

/** The accounts that the alerts name, each once, with how many alerts name it; most frequent first. */
export function incidentAccounts(alerts: readonly Alert[]): AccountRow[] {
  const rows = new Map<string, { name: string; detail: string; alerts: Set<string> }>();
  for (const alert of alerts) {
    const index = new EntityIndex(alert.entities);
    for (const entity of alert.entities) {
      if (entity.type !== 'account') continue;
      const name = entityTitle(entity, index);
      const row = rows.get(name.toLowerCase()) ?? { name, detail: '', alerts: new Set<string>() };
      row.alerts.add(alert.key);
      rows.set(name.toLowerCase(), { ...row, detail: row.detail || detailOf(entity.properties) });
    }
  }
  return [...rows.values()]
    .map(({ name, detail, alerts: seenIn }) => ({ name, detail, alerts: seenIn.size }))
    .sort((a, b) => b.alerts - a.alerts || (a.name < b.name ? -1 : 1));
}

/** The identifier that a directory search finds, of those that the service sent. */
function detailOf(properties: JsonObject): string {
  const entra = ownString(properties, 'aadUserId');
  if (entra !== undefined) return displayLabel(`Entra object ${entra}`);
  const sid = ownString(properties, 'sid');
  return sid === undefined ? '' : displayLabel(`SID ${sid}`);
}
