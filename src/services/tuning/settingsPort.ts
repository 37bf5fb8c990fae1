import type { CorrelationSettings } from '../../domain/correlation/tuning/correlationSettings.ts';
import type { Unsubscribe } from '../listeners.ts';

/** Where a person's settings of correlation are kept. */
export interface SettingsPort {
  /** As they are now; what cannot be used is replaced by the default. */
  read(): CorrelationSettings;
  /** Writes what differs. Rejects when the settings cannot be written. */
  write(settings: CorrelationSettings): Promise<void>;
  /** Hears of changes from anywhere, also of those by `write`. */
  onDidChange(listener: () => void): Unsubscribe;
}
