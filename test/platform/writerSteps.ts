import { ChecklistFileStore } from '../../src/platform/checklistFileStore.ts';

/** The step key that writer `name` decides on at its turn `index`. */
export function stepKeyOf(name: string, index: number): string {
  return `${name.padStart(4, '0')}${index.toString(16).padStart(12, '0')}`;
}

export const sharedAlert = '2518521557015111330_65a3fe73';

/**
 * A window of its own, for tests with real processes: decides on `count` steps of one alert, one after the other, and
 * tells the number of each as soon as the store says that it is saved.
 */
export async function decideSteps(
  folder: string,
  name: string,
  count: number,
  onSaved: (index: number) => void,
): Promise<void> {
  const store = new ChecklistFileStore({ folder, clock: { now: () => Date.now() }, onNotice: () => undefined });
  for (let index = 0; index < count; index += 1) {
    const state = index % 2 === 0 ? ({ kind: 'done' } as const) : ({ kind: 'skipped', reason: `no ${index}` } as const);
    const outcome = await store.setStep(sharedAlert, stepKeyOf(name, index), { state, by: name, at: Date.now() });
    if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome));
    onSaved(index);
  }
  store.dispose();
}
