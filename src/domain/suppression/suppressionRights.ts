import { isAllowed, type Permission } from '../permission.ts';

/** What the signed-in person may do about noise in one subscription. */
export interface SuppressionRights {
  readonly write: boolean;
  readonly delete: boolean;
  /** Have Defender for Cloud raise sample alerts. */
  readonly simulate: boolean;
}

/** @param permissions of the subscription itself. */
export function suppressionRights(permissions: readonly Permission[]): SuppressionRights {
  const may = (action: string): boolean => isAllowed(permissions, `Microsoft.Security/${action}`);
  return {
    write: may('alertsSuppressionRules/write'),
    delete: may('alertsSuppressionRules/delete'),
    simulate: may('locations/alerts/simulate/action'),
  };
}
