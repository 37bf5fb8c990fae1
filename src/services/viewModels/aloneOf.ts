import type { Alert, AlertKey } from '../../domain/alert.ts';
import { assertNever } from '../../domain/assertNever.ts';
import type { SharedEvidence } from '../../domain/correlation/correlationLink.ts';
import { evidenceKinds } from '../../domain/correlation/evidence/evidenceKind.ts';
import { whyAlone } from '../../domain/correlation/why/whyAlone.ts';
import type { Apart } from '../../domain/correlation/why/whyApart.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { durationText } from '../../domain/duration.ts';
import type { AloneModel } from '../../protocol/aloneModel.ts';
import { evidenceName } from './evidenceName.ts';
import type { PanelContext } from './panelContext.ts';

const relatedShown = 5;
const mentioned = 3;

/** Why an alert is in no incident, as display text; undefined for one that is in an incident or declares one. */
export function aloneOf({ key }: Alert, { correlation }: PanelContext): AloneModel | undefined {
  if (correlation.incidentsOf.has(key) || correlation.incidents.some(({ declaredBy }) => declaredBy === key)) return;
  const { excluded, related, nearest } = whyAlone(correlation.computed, key);
  const named = (other: AlertKey): { readonly alertKey: AlertKey; readonly title: string } => ({
    alertKey: other,
    title: displayLabel(correlation.alerts.get(other)?.displayName ?? 'Alert'),
  });
  return {
    excluded,
    related: related.slice(0, relatedShown).map(named),
    relatedMore: Math.max(0, related.length - relatedShown),
    relatedReason: relatedReason(key, related, correlation.alerts),
    nearest: nearest.map(({ other, apart }) => ({ alert: named(other), reason: apartText(apart) })),
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

/** What kept two alerts apart, in one sentence. */
export function apartText(apart: Apart): string {
  switch (apart.kind) {
    case 'unknown':
      return 'It is no longer in the list.';
    case 'otherTenant':
      return 'It belongs to another tenant.';
    case 'nothingShared':
      return 'The two name nothing in common.';
    case 'noTime':
      return `Both name ${namesOf(apart.shared)}, but one of them has no time.`;
    case 'commonProperty':
      return `Both name ${namesOf(apart.shared)}, which so many alerts name that it proves nothing.`;
    case 'stopped':
      return `Both name ${namesOf(apart.shared)}, which is on your stop list and connects nothing.`;
    case 'gap':
      return `Both name ${namesOf(apart.shared)}, but ${durationText(apart.gap)} apart: too long to say more.`;
    case 'weak':
      return weakText(apart);
    case 'otherGroup':
      return `Both name ${namesOf(apart.shared)}, but that alert belongs better to others, or its incident is full.`;
    default:
      return assertNever(apart);
  }
}

function weakText({ shared, gap, probability, needed, actorsDiffer }: Extract<Apart, { kind: 'weak' }>): string {
  const counting = shared.filter(({ likelihood }) => likelihood > 1);
  const against = actorsDiffer ? ', and the two name different actors' : '';
  return (
    `Both name ${namesOf(counting)}, ${durationText(gap)} apart${against}: ` +
    `${percent(probability)} likely to be one attack, where ${percent(needed)} is needed.`
  );
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))}%`;
}

function namesOf(shared: readonly SharedEvidence[]): string {
  const names = shared
    .slice(0, mentioned)
    .map(({ kind, key }) => `the ${evidenceKinds[kind].noun} ${evidenceName(kind, key)}`);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
