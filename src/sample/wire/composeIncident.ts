import { alertName, alertUri, endOf, startOf } from './alertIdentity.ts';
import { placed, readyTimes, resourceIdentifiersOf } from './composeAlert.ts';
import { fillIn } from './fillIn.ts';
import { regionDisplayName } from './regions.ts';
import { isoTime, textTime, ticksFromEpoch } from './ticks.ts';
import type { AlertDraft, IncidentDraft } from './alertDraft.ts';
import type { EntityDraft } from './entityDraft.ts';
import type { FixedProperties, SampleAlert } from './sampleAlert.ts';
import type { Ticks } from './ticks.ts';

interface Span {
  readonly start: Ticks;
  readonly end: Ticks;
  readonly detected: Ticks;
}

/**
 * Settles one service incident. No answer of the current API with an incident in it has been published; the shape is
 * that of the published incidents of 2019, in today's spelling: the members are entities of type `alerts`, and nothing
 * else links an incident to its alerts.
 * @param members its alerts in order of time, those that the list no longer has included
 */
export function composeIncident(draft: IncidentDraft, members: readonly AlertDraft[], now: number): SampleAlert {
  const span = spanOf(members, now);
  const name = alertName(draft.key, span.start);
  return {
    ...placed(draft.on, name),
    status: draft.status ?? 'Active',
    fixed: incidentProperties(draft, name, span),
    resourceIdentifiers: resourceIdentifiersOf(draft.on, false),
    entities: members.map((member, index) => memberEntity(member, index, now)),
  };
}

/** An incident starts with its first member, down to the tick: its name begins with the same digits. */
function spanOf(members: readonly AlertDraft[], now: number): Span {
  const nowTicks = ticksFromEpoch(now);
  const starts = members.map((member) => startOf(member, now));
  const ends = members.map((member, index) => endOf(member, nowTicks, starts[index] ?? nowTicks));
  const start = starts.reduce((a, b) => (a < b ? a : b), nowTicks);
  return { start, end: ends.reduce((a, b) => (a > b ? a : b), start), detected: nowTicks };
}

function incidentProperties(draft: IncidentDraft, name: string, { start, end, detected }: Span): FixedProperties {
  const { on } = draft;
  const ready = readyTimes(draft.key, end, detected);
  const detectedText = `${ready.timeGeneratedUtc.slice(0, 19).replace('T', ' ')} UTC`;
  return {
    ...ready,
    vendorName: 'Microsoft',
    productName: 'Microsoft Defender for Cloud',
    alertType: 'KillChainFusionIncident',
    startTimeUtc: isoTime(start),
    endTimeUtc: isoTime(end),
    severity: draft.severity,
    isIncident: true,
    intent: 'Unknown',
    compromisedEntity: on.name,
    alertDisplayName: fillIn(draft.title, { resource: on.name }),
    description: `Several alerts that began at ${textTime(start)}, the latest of them found at ${detectedText}, show together that an attacker has ${draft.stage} ${on.name}.`,
    remediationSteps: [
      '1. Hand this incident to the people who lead security responses in your organisation.',
      '2. Work through the steps of each alert that belongs to it.',
    ],
    extendedProperties: {
      isincident: 'true',
      'detected Time (UTC)': detectedText,
      'incident Stage': draft.stage,
      'compromised Host': on.name,
      'start Time (UTC)': textTime(start),
      crossvm: 'false',
      resourceType: on.label,
    },
    alertUri: alertUri(on, name),
  };
}

/** `count` is how often the member was seen and not the number of its ids, as in the published incidents. */
function memberEntity(member: AlertDraft, index: number, now: number): EntityDraft {
  const start = startOf(member, now);
  return {
    displayName: fillIn(member.kind.title, { resource: member.on.name, ...member.facts }),
    compromisedEntity: member.on.name,
    count: 1 + (index % 2),
    severity: member.severity ?? member.kind.severity,
    systemAlertIds: [alertName(member.key, start)],
    alertType: member.kind.alertType,
    vendorName: 'Microsoft',
    providerName: 'Detection',
    startTimeUtc: isoTime(start),
    endTimeUtc: isoTime(endOf(member, ticksFromEpoch(now), start)),
    type: 'alerts',
    location: regionDisplayName(member.on.region),
  };
}
