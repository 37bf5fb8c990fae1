import type { Clock, Log } from '../services/ports.ts';
import type { ArmClients } from './armClients.ts';

/** What every use of Azure Resource Manager in this room needs. */
export interface Arm {
  readonly clients: ArmClients;
  readonly clock: Clock;
  readonly log: Log;
  /** Listings carry the rows that their alerts were made of. */
  readonly keepRows?: boolean;
}
