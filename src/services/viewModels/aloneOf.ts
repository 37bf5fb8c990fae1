import type { Alert, AlertKey } from '../../domain/alert.ts';
import { whyAlone } from '../../domain/correlation/why/whyAlone.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { AloneModel } from '../../protocol/aloneModel.ts';
import { accountNames } from './accountNames.ts';
import { apartText } from './apartText.ts';
import type { PanelContext } from './panelContext.ts';

const relatedShown = 5;

/** Why an alert is in no incident, as display text; undefined for one that is in an incident or declares one. */
export function aloneOf(alert: Alert, { correlation }: PanelContext): AloneModel | undefined {
  const { key } = alert;
  if (correlation.incidentsOf.has(key) || correlation.incidents.some(({ declaredBy }) => declaredBy === key)) return;
  const { excluded, related, nearest } = whyAlone(correlation.computed, key);
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

/** The two ways in which a group falls short of an incident. */
function relatedReason(key: AlertKey, related: readonly AlertKey[], alerts: ReadonlyMap<AlertKey, Alert>): string {
  if (related.length === 0) return '';
  const types = new Set([key, ...related].map((each) => alerts.get(each)?.alertType));
  return types.size < 2
    ? 'One detector says the same again: that is a series of alerts, not an attack that goes on.'
    : 'They share a target only, and do not advance along the kill chain.';
}
