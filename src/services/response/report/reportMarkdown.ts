import { markdownCode, markdownText } from '../../markdown.ts';
import { fenced } from './fenced.ts';
import type { IncidentReport, ReportedAlert, ReportedEntry } from './incidentReport.ts';
import type { ReportedStep } from './reportedSteps.ts';

/** The report as Markdown. Whatever alerts, tools and people wrote stays text in it. */
export function reportMarkdown(report: IncidentReport): string {
  const { alerts, entities, exportedAt, grouping, handling, incident, journal, open, reservations, steps } = report;
  const sections = [
    [`# Incident report: ${line(incident.title)}`, `Written on ${utc(exportedAt)} from what this machine knew then.`],
    reservations.map((text) => `> **Note:** ${line(text)}`),
    ['## What happened', markdownText(incident.whatHappened), list(incidentFacts(report))],
    [
      '## Handling',
      'Kept on the machine that wrote this report; Azure does not know of it.',
      list(handlingFacts(handling)),
    ],
    ['## What is open', open.length === 0 ? 'Nothing.' : list(open.map(line))],
    ['## Entities', entitiesText(entities)],
    ['## Timeline of alerts', list(alerts.map(alertLine))],
    [
      '## Why these alerts are one incident',
      markdownText(grouping.sentence),
      list([
        ...grouping.links.map(line),
        ...grouping.corrections.map(({ at, by, text }) => `${utc(at)} · ${line(by)} · ${line(text)}`),
      ]),
    ],
    ['## Steps', stepsText(steps)],
    ['## What was done', journal.length === 0 ? 'Nothing was written down.' : journal.map(entryText).join('\n\n')],
  ];
  return `${sections
    .flat()
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

function incidentFacts({ incident }: IncidentReport): readonly string[] {
  return [
    fact('Severity', line(incident.severity)),
    fact('Status', incident.status && line(incident.status)),
    fact('Priority', `${String(incident.priority)} of 100`),
    fact('First activity', incident.firstActivity && utc(incident.firstActivity)),
    fact('Last activity', incident.lastActivity && utc(incident.lastActivity)),
    fact('Kill chain', incident.killChain.map(line).join(' → ')),
    ...incident.facts.map(({ name, values }) => fact(line(name), values.map(line).join(', '))),
    fact('Incident ID', markdownCode(incident.id)),
  ].filter((text) => text !== '');
}

function handlingFacts({ classification, owner, tags }: IncidentReport['handling']): readonly string[] {
  return [
    classification === undefined
      ? fact('Classification', 'none yet')
      : fact(
          'Classification',
          `${line(classification.label)}, by ${line(classification.by)} on ${utc(classification.at)}: ${line(classification.reason)}`,
        ),
    fact('Owner', owner === undefined ? 'nobody' : line(owner)),
    fact('Tags', tags.length === 0 ? 'none' : tags.map(line).join(', ')),
  ];
}

function entitiesText({ accounts, addresses, resources }: IncidentReport['entities']): string {
  return [
    '### Resources',
    list(
      resources.map(
        ({ alerts, id, name, type }) => `${line(name)} (${line(type)}), ${alertCount(alerts)}: ${markdownCode(id)}`,
      ),
    ),
    '### IP addresses',
    list(
      addresses.map(({ address, alerts, network, place, threats }) =>
        [
          markdownCode(address),
          ...[place, network, ...threats].filter((text) => text !== '').map(line),
          alertCount(alerts),
        ].join(' · '),
      ),
    ),
    '### Accounts',
    list(
      accounts.map(({ alerts, detail, name }) =>
        [line(name), line(detail), alertCount(alerts)].filter((text) => text !== '').join(' · '),
      ),
    ),
  ].join('\n\n');
}

function alertLine({ id, resource, severity, status, tactics, time, title, why }: ReportedAlert): string {
  const facts = [
    time === undefined ? 'unknown time' : utc(time),
    line(severity),
    `**${line(title)}**`,
    line(resource),
    line(status),
    tactics.map(line).join(', '),
    id === undefined ? '' : markdownCode(id),
  ];
  return [facts.filter((text) => text !== '').join(' · '), line(why)].filter((text) => text !== '').join('\\\n  ');
}

function stepsText(steps: readonly ReportedStep[]): string {
  if (steps.length === 0) return 'There are none.';
  const groups = Map.groupBy(
    steps,
    ({ of, source }) => `${source === 'service' ? 'From Defender for Cloud: ' : 'Runbook: '}${of}`,
  );
  return [...groups].map(([name, group]) => `### ${line(name)}\n\n${list(group.map(stepLine))}`).join('\n\n');
}

function stepLine({ at, by, exitCode, reason, state, text, verification }: ReportedStep): string {
  const facts = [
    `**${line(state)}**`,
    by === undefined ? '' : line(by),
    at === undefined ? '' : utc(at),
    exitCode === undefined ? '' : `exit code ${String(exitCode)}`,
    verification === undefined ? '' : line(verification),
    reason === undefined ? '' : line(reason),
  ];
  return `${line(text)}\\\n  ${facts.filter((part) => part !== '').join(' · ')}`;
}

function entryText({ at, by, command, details, output, outcome, outputSha256, what, words }: ReportedEntry): string {
  return [
    `### ${utc(at)} · ${line(by)} · ${line(what)}`,
    outcome === undefined ? '' : `Outcome: ${line(outcome.text)}`,
    words === undefined ? '' : paragraphs(words),
    list(details.map(line)),
    command === undefined ? '' : fenced(command),
    output === undefined || output === '' ? '' : `Output, redacted and shortened:\n\n${fenced(output)}`,
    outputSha256 === undefined ? '' : `SHA-256 of the whole output: ${markdownCode(outputSha256)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Lines of a person's text stay lines. */
function paragraphs(text: string): string {
  return markdownText(text.trim())
    .replaceAll(/\n{2,}/g, '\n\n')
    .replaceAll(/(?<!\n)\n(?!\n)/g, '\\\n');
}

function line(text: string): string {
  return markdownText(text.replaceAll(/\s+/g, ' ').trim());
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function fact(name: string, text: string | undefined): string {
  return text === undefined || text === '' ? '' : `**${name}:** ${text}`;
}

function alertCount(count: number): string {
  return count === 1 ? '1 alert' : `${String(count)} alerts`;
}

function utc(time: string): string {
  return time === 'unknown' ? 'an unknown time' : `${time.slice(0, 16).replace('T', ' ')} UTC`;
}
