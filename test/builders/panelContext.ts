import type { Alert } from '../../src/domain/alert.ts';
import { correlate } from '../../src/domain/correlation/correlate.ts';
import { defaultOptions, type CorrelationOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { compareAlerts, type AlertComparison } from '../../src/domain/correlation/why/compareAlerts.ts';
import { whyAlone } from '../../src/domain/correlation/why/whyAlone.ts';
import type { PanelContext } from '../../src/services/viewModels/panelContext.ts';
import { pairName } from '../../src/services/viewModels/whyAnswers.ts';
import { hour, noon, subscriptionA } from './alert.ts';
import { explained } from './explained.ts';

/** What the panel of one of the alerts gets: also why that alert is in no incident, or how it compares with others. */
export function aPanelContextFor(
  { key }: Alert,
  alerts: readonly Alert[],
  options: Partial<CorrelationOptions> = {},
): PanelContext {
  const { computed, ...correlation } = explained(alerts, { ...defaultOptions, ...options });
  const pairs = [...correlation.alerts.keys()].flatMap((other): [string, AlertComparison][] => [
    [pairName(key, other), compareAlerts(computed, key, other)],
    [pairName(other, key), compareAlerts(computed, other, key)],
  ]);
  return aPanelContext(alerts, {
    correlation,
    why: { alone: whyAlone(computed, key), comparisons: new Map(pairs) },
  });
}

/** Everything beside the subject of a panel, over the given alerts, two hours after noon. */
export function aPanelContext(alerts: readonly Alert[], wish: Partial<PanelContext> = {}): PanelContext {
  return {
    correlation: correlate(alerts),
    subscriptions: new Map([
      [
        subscriptionA,
        { subscriptionId: subscriptionA, tenantId: 'contoso-tenant', displayName: 'Contoso Shop', state: 'Enabled' },
      ],
    ]),
    notices: new Map(),
    corrections: [],
    rightsIn: () => undefined,
    timeOfDay: (time) => new Date(time).toISOString().slice(11, 16),
    progressOf: () => new Map(),
    portalUrl: 'https://portal.azure.com',
    now: noon + 2 * hour,
    shownInFull: new Set(),
    ...wish,
  };
}
