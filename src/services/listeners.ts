/** Stops a listener; calling it again does nothing. */
export type Unsubscribe = () => void;

/** Who wants to hear about something. A listener that throws does not keep the others from hearing. */
export class Listeners<T> {
  readonly #listeners = new Set<{ readonly listener: (value: T) => void }>();

  add(listener: (value: T) => void): Unsubscribe {
    const entry = { listener };
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  /** Calls every listener; the first error is thrown again once all have heard. */
  fire(value: T): void {
    const errors: unknown[] = [];
    for (const { listener } of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}
