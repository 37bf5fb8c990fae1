import { safeJson } from '../../formats/safeJson.ts';
import type { AlertsOutput } from '../alertsOutput.ts';

/** One whole alert a line, ready for `correlate --input -`. */
export function alertsNdjson(): AlertsOutput {
  return {
    needsRows: true,
    begin: () => [],
    *alerts(found) {
      for (const { row } of found) yield `${safeJson(row)}\n`;
    },
    end: () => [],
  };
}
