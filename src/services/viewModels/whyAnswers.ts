import { compareAlertTime, type AlertKey } from '../../domain/alert.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import type { AlertComparison } from '../../domain/correlation/why/compareAlerts.ts';
import type { Alone } from '../../domain/correlation/why/whyAlone.ts';
import { memberKeys } from '../../domain/incident.ts';
import type { PanelTarget } from '../../protocol/panelTarget.ts';
import type { Explanations } from '../correlator.ts';
import { findIncident } from '../findIncident.ts';
import { isAlone } from './aloneOf.ts';

/** What a panel shows of the reasons of its correlation. */
export interface WhyAnswers {
  /** Why the panel's alert is in no incident; absent when it is in one. */
  readonly alone?: Alone;
  /** Comparisons by `pairName`. */
  readonly comparisons: ReadonlyMap<string, AlertComparison>;
}

/** Under which two alerts, in that order, are found among the answers. */
export function pairName(from: AlertKey, to: AlertKey): string {
  return `${from} ${to}`;
}

/**
 * Asks for the reasons that a panel shows. Undefined when it shows none, or when the correlation has been followed by
 * another meanwhile: then whoever hears of that one asks again.
 */
export async function askWhy(
  target: PanelTarget,
  correlation: Correlation,
  explanations: Explanations,
): Promise<WhyAnswers | undefined> {
  if (target.kind === 'alert' && correlation.alerts.has(target.id) && isAlone(target.id, correlation)) {
    const alone = await explanations.whyAlone(target.id);
    return alone && { alone, comparisons: new Map() };
  }
  const pairs = pairsOf(target, correlation);
  if (pairs.length === 0) return undefined;
  const comparisons = new Map<string, AlertComparison>();
  for (const [from, to] of pairs) {
    const comparison = await explanations.compare(from, to);
    if (comparison === undefined) return undefined;
    comparisons.set(pairName(from, to), comparison);
  }
  return { comparisons };
}

/** The alerts to compare: of a comparison the two, in order of time; of an alert, it and the first of each incident. */
function pairsOf(target: PanelTarget, correlation: Correlation): readonly (readonly [AlertKey, AlertKey])[] {
  const { alerts, incidentsOf } = correlation;
  if (target.kind === 'incident') return [];
  if (target.kind === 'comparison') {
    const two = [target.id, target.otherId].flatMap((key) => alerts.get(key) ?? []).sort(compareAlertTime);
    const [first, second] = two;
    return first && second ? [[first.key, second.key]] : [];
  }
  return (incidentsOf.get(target.id) ?? []).flatMap((id) => {
    const incident = findIncident(correlation, id);
    const first = incident && memberKeys(incident)[0];
    return first === undefined || first === target.id ? [] : [[first, target.id] as const];
  });
}
