import { defaultSettings, type CorrelationSettings } from '../../src/domain/correlation/tuning/correlationSettings.ts';
import type { SettingsPort } from '../../src/services/tuning/settingsPort.ts';

/** Settings in memory, which tell of each value on its own, as VS Code does. */
export class ScriptedSettings implements SettingsPort {
  current: CorrelationSettings = defaultSettings;
  refuses = false;
  readonly #listeners = new Set<() => void>();

  read(): CorrelationSettings {
    return this.current;
  }

  async write(settings: CorrelationSettings): Promise<void> {
    await Promise.resolve();
    if (this.refuses) throw new Error('The file cannot be written');
    for (const [name, value] of Object.entries(settings)) this.change({ [name]: value as unknown });
  }

  /** A change from elsewhere: the settings editor, or another window. */
  change(change: Partial<CorrelationSettings> | Record<string, unknown>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.#listeners) listener();
  }

  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
