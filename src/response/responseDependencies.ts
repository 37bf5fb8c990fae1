import type { Product } from '../commands/product.ts';
import type { AzureGateway, Clock } from '../services/ports.ts';

/** What responding to incidents needs of the rest of the product. */
export interface ResponseDependencies extends Pick<
  Product,
  | 'extensionUri'
  | 'store'
  | 'seen'
  | 'snoozes'
  | 'undoStack'
  | 'refresher'
  | 'panels'
  | 'view'
  | 'details'
  | 'documents'
  | 'log'
> {
  /** Of this extension, for what is written down; no file is in it that could stand in the way of a tool's name. */
  readonly storageFolder: string;
  readonly clock: Clock;
  /** The way to Azure of this moment; rejects when it cannot be made. */
  gateway(): Promise<AzureGateway>;
  /** The account or operating-system user who acts. */
  user(): string;
}
