import { isSkippedRow, mapAlert } from '../../src/azure/mapAlert.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { Json } from '../../src/domain/json.ts';
import { subscription } from './inProcessArm.ts';

export function mapped(row: Json): Alert {
  const alert = mapAlert(row, subscription);
  if (isSkippedRow(alert)) throw new Error(`skipped: ${alert.reason}`);
  return alert;
}
