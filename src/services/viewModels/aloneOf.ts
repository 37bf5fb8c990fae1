import type { Alert, AlertKey } from '../../domain/alert.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { AloneModel } from '../../protocol/aloneModel.ts';
import { accountNames } from './accountNames.ts';
import { apartText } from './apartText.ts';
import type { PanelContext } from './panelContext.ts';

const relatedShown = 5;

/**
 * Why an alert is in no incident, as display text; undefined for one that is in an incident or declares one, and while
 * the answer is not there yet.
 */
export function aloneOf(alert: Alert, { correlation, why }: PanelContext): AloneModel | undefined {
  const { key } = alert;
  const alone = why?.alone;
  if (alone === undefined || !isAlone(key, correlation)) return;
  const { excluded, related, nearest } = alone;
  const named = (other: AlertKey): { readonly alertKey: AlertKey; readonly title: string } => ({
    alertKey: other,
    title: displayLabel(correlation.alerts.get(other)?.displayName ?? 'Alert'),
  });
  const names = accountNames([alert]);
  return {
    excluded,
    related: related.slice(0, relatedShown).map(named),
    relatedMore: Math.max(0, related.length - relatedShown),
    relatedReason: relatedReason(key, related, correlation.alerts),
    nearest: nearest.map(({ other, apart }) => ({ alert: named(other), reason: apartText(apart, names) })),
  };
}

/** Whether there is anything to explain. */
export function isAlone(key: AlertKey, { incidentsOf, incidents }: Correlation): boolean {
  return !incidentsOf.has(key) && !incidents.some(({ declaredBy }) => declaredBy === key);
}

/** In what a group falls short of an incident. */
function relatedReason(key: AlertKey, related: readonly AlertKey[], alerts: ReadonlyMap<AlertKey, Alert>): string {
  if (related.length === 0) return '';
  const types = new Set([key, ...related].map((each) => alerts.get(each)?.alertType));
  return types.size < 2
    ? 'One detector says the same again: that is a series of alerts, not an attack that goes on.'
    : 'They do not advance along the kill chain, or their detectors are rarely of one attack: too little for an incident.';
}
