import type { AlertKey } from '../../../domain/alert.ts';
import type { StatusItem } from './statusItem.ts';

/** The changes of one subscription: Azure limits writes for each, whoever sends them. */
export class SubscriptionLane {
  #waiting: StatusItem[] = [];
  readonly #sending = new Map<AlertKey, StatusItem>();
  /** Answers that were lost one after the other. */
  #lost = 0;
  /** Nothing is sent before, in epoch milliseconds. */
  #until = 0;

  get waitingUntil(): number {
    return this.#until;
  }

  /** Counts answers that are lost one after the other: one is an accident, many are a network that is gone. */
  noteAnswer(isLost: boolean): number {
    this.#lost = isLost ? this.#lost + 1 : 0;
    return this.#lost;
  }

  get sending(): number {
    return this.#sending.size;
  }

  add(items: readonly StatusItem[]): void {
    this.#waiting.push(...items);
  }

  /** The next change that may be sent now; it counts as being sent until `end`. Of one alert, one at a time. */
  begin(now: number): StatusItem | undefined {
    if (now < this.#until) return undefined;
    const at = this.#waiting.findIndex(({ alert }) => !this.#sending.has(alert.key));
    const [item] = at < 0 ? [] : this.#waiting.splice(at, 1);
    if (item !== undefined) this.#sending.set(item.alert.key, item);
    return item;
  }

  end({ alert }: StatusItem): void {
    this.#sending.delete(alert.key);
  }

  /** Sends nothing before a time, in epoch milliseconds. Returns whether that is later than was known. */
  pause(until: number): boolean {
    if (until <= this.#until) return false;
    this.#until = until;
    return true;
  }

  /** A throttled change was not carried out: it comes first when the wait is over. */
  putBack(item: StatusItem): void {
    this.#waiting.unshift(item);
  }

  /** Takes out changes that were not sent. */
  takeOut(wanted: (item: StatusItem) => boolean): readonly StatusItem[] {
    const taken = this.#waiting.filter(wanted);
    const left = this.#waiting.filter((item) => !wanted(item));
    this.#waiting = left;
    return taken;
  }
}
