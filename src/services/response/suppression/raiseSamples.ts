import type { AlertKey } from '../../../domain/alert.ts';
import type { AzureFailure, AzureResult } from '../../../domain/azureFailure.ts';
import type { Subscription } from '../../../domain/subscription.ts';
import { isSampleAlert, type SampleBundle } from '../../../domain/suppression/sampleBundle.ts';
import type { AzureGateway, Cancellation } from '../../ports.ts';

/** What came of asking for sample alerts. */
export type SampleOutcome =
  | { readonly kind: 'arrived'; readonly alerts: number }
  /** Azure did not take the request, or it could not be found out which samples were there before. */
  | { readonly kind: 'failed'; readonly failure: AzureFailure }
  /** Azure has taken it, and the alerts were not seen: nobody waited, it took too long, or the list could not be read. */
  | { readonly kind: 'notSeen'; readonly alerts: number };

interface Raising {
  readonly gateway: Pick<AzureGateway, 'listAlerts' | 'simulateAlerts'>;
  readonly subscription: Subscription;
  readonly bundles: readonly SampleBundle[];
  readonly cancellation: Cancellation;
  /** Settles after so many milliseconds, at once when cancelled. */
  readonly wait: (milliseconds: number, cancellation: Cancellation) => Promise<void>;
  /** Hears that Azure has taken the request, and then how many samples are there after each look. */
  readonly onProgress: (alerts: number) => void;
}

/** Samples come after some minutes, and not all at once. Waits before each look, in milliseconds: half an hour in all. */
const looks = [2_000, 5_000, 10_000, ...Array.from({ length: 118 }, () => 15_000)];

/** Looks in a row that may fail. */
const mostFailures = 4;

/** Has Azure raise sample alerts and waits until they are in its list and no more come. Never rejects by itself. */
export async function raiseSamples(raising: Raising): Promise<SampleOutcome> {
  const { bundles, cancellation, gateway, onProgress, subscription } = raising;
  const before = await samplesNow(raising);
  if (!before.ok) return { kind: 'failed', failure: before.failure };
  const asked = await gateway.simulateAlerts(subscription, bundles, cancellation);
  if (!asked.ok) return { kind: 'failed', failure: asked.failure };
  onProgress(0);
  return watch(raising, new Set(before.value));
}

async function watch(raising: Raising, before: ReadonlySet<AlertKey>): Promise<SampleOutcome> {
  let seen = 0;
  let failures = 0;
  for (const wait of looks) {
    await raising.wait(wait, raising.cancellation);
    if (raising.cancellation.aborted) break;
    const now = await samplesNow(raising);
    failures = now.ok ? 0 : failures + 1;
    if (failures === mostFailures) break;
    if (!now.ok) continue;
    const alerts = now.value.filter((key) => !before.has(key)).length;
    if (alerts > 0 && alerts === seen) return { kind: 'arrived', alerts };
    seen = alerts;
    raising.onProgress(alerts);
  }
  return { kind: 'notSeen', alerts: seen };
}

async function samplesNow({ gateway, subscription, cancellation }: Raising): Promise<AzureResult<readonly AlertKey[]>> {
  const listed = await gateway.listAlerts(subscription, cancellation);
  if (!listed.ok) return listed;
  return { ok: true, value: listed.value.alerts.filter(isSampleAlert).map(({ key }) => key) };
}
