import type { Alert, AlertKey } from '../../src/domain/alert.ts';
import type { AlertStatus } from '../../src/domain/alertStatus.ts';
import type { AzureFailure } from '../../src/domain/azureFailure.ts';
import { statusAfter, type StatusAction } from '../../src/domain/statusAction.ts';
import type { StatusChangeResult } from '../../src/services/ports.ts';
import type { VirtualTime } from './virtualTime.ts';

/** What goes wrong with one request. */
export type WriteFault =
  /** The change is carried out, and its answer is lost. */
  | 'lostAfter'
  /** The change is not carried out, and nobody can tell. */
  | 'lostBefore'
  | { readonly failure: AzureFailure };

export interface StatusServerOptions {
  readonly time: VirtualTime;
  readonly alerts: readonly Alert[];
  /** Writes of a subscription that are granted in each window; milliseconds. */
  readonly writes?: number;
  readonly window?: number;
  /** Milliseconds that the n-th request (from 0) takes, and what goes wrong with it. */
  readonly takes?: (n: number) => number;
  readonly fault?: (n: number, alert: Alert) => WriteFault | undefined;
}

/** One request as the server saw it. */
export interface SeenWrite {
  readonly alertKey: AlertKey;
  readonly action: StatusAction;
  readonly subscriptionId: string;
  readonly from: number;
  to: number;
  /** Whether it changed the alert. */
  done: boolean;
  throttledUntil?: number;
}

/** Azure's end of status changes, by a virtual clock. */
export class StatusServer {
  readonly seen: SeenWrite[] = [];
  readonly statuses: Map<AlertKey, AlertStatus>;
  /** All waits that it asked for and that did not overlap, in milliseconds. */
  asked = 0;
  readonly #options: StatusServerOptions;
  readonly #granted = new Map<string, { until: number; left: number }>();
  readonly #pausedUntil = new Map<string, number>();

  constructor(options: StatusServerOptions) {
    this.#options = options;
    this.statuses = new Map(options.alerts.map(({ key, status }) => [key, status]));
  }

  async setStatus(alert: Alert, action: StatusAction): Promise<StatusChangeResult> {
    const { time, takes, fault } = this.#options;
    const n = this.seen.length;
    const { key: alertKey, subscriptionId } = alert;
    const write: SeenWrite = { alertKey, action, subscriptionId, from: time.now(), to: Infinity, done: false };
    this.seen.push(write);
    await time.wait(takes?.(n) ?? 20);
    write.to = time.now();
    const until = this.#refusedUntil(subscriptionId);
    if (until !== undefined) {
      write.throttledUntil = until;
      return { kind: 'failed', failure: { kind: 'throttled', retryAt: until } };
    }
    const wrong = fault?.(n, alert);
    if (typeof wrong === 'object') return { kind: 'failed', failure: wrong.failure };
    if (wrong !== 'lostBefore') {
      write.done = true;
      this.statuses.set(alertKey, statusAfter[action]);
    }
    return wrong === undefined ? { kind: 'changed' } : { kind: 'inDoubt', failure: { kind: 'offline' } };
  }

  #refusedUntil(subscriptionId: string): number | undefined {
    const { time, writes = Infinity, window = 10_000 } = this.#options;
    const now = time.now();
    const known = this.#granted.get(subscriptionId);
    const granted = known !== undefined && now < known.until ? known : { until: now + window, left: writes };
    this.#granted.set(subscriptionId, granted);
    if (granted.left > 0) {
      granted.left -= 1;
      return undefined;
    }
    if ((this.#pausedUntil.get(subscriptionId) ?? 0) < granted.until) {
      this.#pausedUntil.set(subscriptionId, granted.until);
      this.asked += granted.until - now;
    }
    return granted.until;
  }
}
