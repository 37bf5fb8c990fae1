import type { IncidentPanelModel } from '../../../protocol/incidentPanelModel.ts';
import type { FactValue } from '../../../protocol/factModel.ts';
import type { WhyLink } from '../../../protocol/whyModel.ts';
import type { OpenWork } from '../closeGate/closeGate.ts';
import { classificationLabels, describeEntry, type DescribedEntry, type EntryNames } from '../journal/describeEntry.ts';
import { gapsText } from '../journal/gapsText.ts';
import { handlingOf } from '../journal/handling.ts';
import type { JournalReading } from '../journal/journal.ts';
import type { JournalEntry } from '../journal/journalEntry.ts';
import { reportedSteps, type ReportedStep } from './reportedSteps.ts';

/** Everything that is known about an incident and was done about it. All texts are display text; times are ISO 8601. */
export interface IncidentReport {
  readonly version: 1;
  readonly exportedAt: string;
  readonly incident: {
    readonly id: string;
    readonly title: string;
    readonly severity: string;
    readonly status?: string;
    /** 0 to 100. */
    readonly priority: number;
    readonly firstActivity?: string;
    readonly lastActivity?: string;
    readonly whatHappened: string;
    readonly killChain: readonly string[];
    readonly facts: readonly { readonly name: string; readonly values: readonly string[] }[];
  };
  /** What holds only with a reservation: what could not be read, or is a sample. */
  readonly reservations: readonly string[];
  readonly grouping: {
    readonly sentence: string;
    readonly links: readonly string[];
    readonly corrections: readonly { readonly at: string; readonly by: string; readonly text: string }[];
  };
  readonly entities: Pick<IncidentPanelModel, 'accounts' | 'addresses'> & {
    readonly resources: readonly {
      readonly name: string;
      readonly type: string;
      readonly id: string;
      readonly alerts: number;
    }[];
  };
  readonly alerts: readonly ReportedAlert[];
  /** Kept on this machine: Azure does not know of it. */
  readonly handling: {
    readonly classification?: {
      readonly label: string;
      readonly reason: string;
      readonly by: string;
      readonly at: string;
    };
    readonly owner?: string;
    readonly tags: readonly string[];
  };
  readonly steps: readonly ReportedStep[];
  readonly journal: readonly ReportedEntry[];
  readonly open: readonly string[];
}

export interface ReportedAlert {
  readonly time?: string;
  readonly title: string;
  readonly severity: string;
  readonly status: string;
  readonly resource: string;
  readonly tactics: readonly string[];
  readonly why: string;
  readonly id?: string;
}

export interface ReportedEntry extends DescribedEntry {
  readonly at: string;
  readonly by: string;
  readonly kind: JournalEntry['kind'];
  readonly id: string;
  readonly step?: string;
  readonly command?: string;
  readonly exitCode?: number;
  readonly durationMs?: number;
  readonly outputSha256?: string;
  readonly output?: string;
}

export interface ReportSources {
  /** The incident as its panel shows it. */
  readonly model: IncidentPanelModel;
  readonly journal: JournalReading;
  readonly names: EntryNames;
  readonly openWork: OpenWork;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The report of one moment. */
export function incidentReport({ model, journal, names, now, openWork }: ReportSources): IncidentReport {
  const { header } = model;
  return {
    version: 1,
    exportedAt: iso(now),
    incident: {
      id: model.id,
      title: header.title,
      severity: header.severity.sentWord ?? header.severity.level,
      ...(header.status === undefined ? {} : { status: header.status }),
      priority: model.score,
      ...(header.firstActivity === undefined ? {} : { firstActivity: iso(header.firstActivity) }),
      ...(header.lastActivity === undefined ? {} : { lastActivity: iso(header.lastActivity) }),
      whatHappened: model.trigger.pieces.join(''),
      killChain: model.killChain.filter(({ reached }) => reached).map(({ label }) => label),
      facts: model.facts.map(({ label, values }) => ({ name: label, values: values.map(valueText) })),
    },
    reservations: [...header.notices.map(({ text }) => text), ...gapsText(journal.missing)],
    grouping: {
      sentence: model.why.sentence,
      links: model.why.links.map(linkSentence),
      corrections: model.corrections.map(({ at, by, text }) => ({ at: iso(at), by, text })),
    },
    entities: {
      resources: model.resources.map(({ name, type, id, alerts }) => ({ name, type, id, alerts })),
      addresses: model.addresses,
      accounts: model.accounts,
    },
    alerts: model.alerts.map(reportedAlert),
    handling: reportedHandling(journal.entries),
    steps: reportedSteps(model.checklist, journal.entries),
    journal: journal.entries.map((entry) => reportedEntry(entry, names, journal.entries)),
    open: openPoints(model, openWork),
  };
}

/** A moment as ISO 8601; what is no time as such. */
function iso(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? 'unknown' : date.toISOString();
}

function reportedAlert({
  alertKey,
  reason,
  resource,
  severity,
  status,
  tactics,
  time,
  title,
}: IncidentPanelModel['alerts'][number]): ReportedAlert {
  return {
    ...(time === undefined ? {} : { time: iso(time) }),
    title,
    severity: severity.sentWord ?? severity.level,
    status,
    resource,
    tactics,
    why: reason,
    ...(alertKey === undefined ? {} : { id: alertKey }),
  };
}

function reportedHandling(entries: readonly JournalEntry[]): IncidentReport['handling'] {
  const { classification, owner, tags } = handlingOf(entries);
  return {
    ...(classification === undefined
      ? {}
      : {
          classification: {
            label: classificationLabels[classification.value],
            reason: classification.reason,
            by: classification.by,
            at: iso(classification.at),
          },
        }),
    ...(owner === undefined ? {} : { owner: owner.value }),
    tags,
  };
}

function reportedEntry(entry: JournalEntry, names: EntryNames, all: readonly JournalEntry[]): ReportedEntry {
  const { at, by, id, kind, runbook } = entry;
  return {
    at: iso(at),
    by,
    kind,
    id,
    ...describeEntry(entry, names, all),
    ...(runbook === undefined ? {} : { step: runbook.title ?? runbook.step }),
    ...(entry.kind === 'commandStarted' ? { command: entry.command } : {}),
    ...(entry.kind === 'commandEnded'
      ? {
          command: entry.command,
          ...(entry.exitCode === undefined ? {} : { exitCode: entry.exitCode }),
          durationMs: entry.durationMs,
          outputSha256: entry.outputDigest,
          output: entry.output,
        }
      : {}),
  };
}

function openPoints({ alerts, checklist }: IncidentPanelModel, { open, failing }: OpenWork): readonly string[] {
  const unsettled = alerts.filter(({ status }) => status === 'Active' || status === 'In progress').length;
  const undecided = checklist.total - checklist.done - checklist.skipped;
  return [
    ...failing.map((title) => `Verification fails: ${title}`),
    ...open.map((title) => `Mandatory step: ${title}`),
    ...(unsettled === 0 ? [] : [`${counted(unsettled, 'alert')} neither dismissed nor resolved`]),
    ...(undecided === 0 ? [] : [`${counted(undecided, 'step')} of the service neither done nor skipped`]),
  ];
}

function counted(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function linkSentence({ from, to, shared }: WhyLink): string {
  const things = shared.filter(({ counts }) => counts).map(({ noun, name }) => `the ${noun} ${name}`);
  const what = things.length === 0 ? 'are close in time and stage' : `share ${things.join(', ')}`;
  return `“${from.title}” and “${to.title}” ${what}.`;
}

function valueText(value: FactValue): string {
  switch (value.kind) {
    case 'text':
    case 'code':
      return value.text;
    case 'time':
      return iso(value.at);
    case 'link':
      return value.link.label;
  }
}
