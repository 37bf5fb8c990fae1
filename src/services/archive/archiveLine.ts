import { isJsonObject } from '../../domain/json.ts';
import { isArchivedIncident, type ArchivedIncident } from './archivedIncident.ts';

/** Version of a line. A reader that meets a greater one leaves the whole file alone. */
const version = 1;

export type LineReading =
  | { readonly kind: 'read'; readonly incident: ArchivedIncident }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** An incident as a line of the archive, with its end. `owner` names whose data it is. */
export function writeArchiveLine(incident: ArchivedIncident, owner: string): string {
  return `${JSON.stringify({ v: version, owner, incident })}\n`;
}

/** Reads one line. A line of another owner is not believed: somebody copied it over. Never throws. */
export function readArchiveLine(line: string, owner: string): LineReading {
  const value = parse(line);
  if (!isJsonObject(value)) return { kind: 'damaged' };
  const { v, incident } = value;
  if (typeof v === 'number' && v > version) return { kind: 'newer' };
  const isOurs = v === version && value['owner'] === owner && isArchivedIncident(incident);
  return isOurs ? { kind: 'read', incident } : { kind: 'damaged' };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
