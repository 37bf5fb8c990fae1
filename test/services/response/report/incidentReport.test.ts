import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { buildIncidentPanelModel } from '../../../../src/services/viewModels/buildIncidentPanelModel.ts';
import { incidentReport, type IncidentReport } from '../../../../src/services/response/report/incidentReport.ts';
import { reportCsv } from '../../../../src/services/response/report/reportCsv.ts';
import { reportMarkdown } from '../../../../src/services/response/report/reportMarkdown.ts';
import type { JournalGaps } from '../../../../src/services/response/journal/journal.ts';
import type { JournalEntry } from '../../../../src/services/response/journal/journalEntry.ts';
import { stepsOfAlert } from '../../../../src/services/stepsOfAlert.ts';
import { hour, noon } from '../../../builders/alert.ts';
import { aDecision, attackStory } from '../../../builders/attackStory.ts';
import { aHostileAlert } from '../../../builders/hostileAlert.ts';
import { hostileTexts, invisible } from '../../../builders/hostileText.ts';
import { aJournal } from '../../../builders/journaledIncident.ts';
import { aLinkedIncident } from '../../../builders/linkedIncident.ts';
import { aPanelContext } from '../../../builders/panelContext.ts';

const alerts = attackStory();
const [brute] = alerts;
if (brute === undefined) throw new Error('The story has no alert');
const bruteKey = brute.key;
const firstStep = stepsOfAlert(brute)[0]?.key ?? '';

/** The report about the attack story, of which one step was done; with what a test says about the journal. */
function aReport(entries: readonly JournalEntry[] = aJournal(bruteKey), missing: JournalGaps = {}): IncidentReport {
  const context = aPanelContext(alerts, {
    progressOf: (key) => new Map(key === bruteKey ? [[firstStep, aDecision('done', noon + hour)]] : []),
  });
  return incidentReport({
    model: buildIncidentPanelModel(aLinkedIncident(context), context).model,
    journal: { entries, missing },
    names: { alertTitle: (key) => context.correlation.alerts.get(key)?.displayName },
    openWork: { open: ['Rotate keys'], failing: ['Block the attacking address'] },
    now: noon + 2 * hour,
  });
}

/** Every token that a Markdown reader finds, at any depth. */
function tokensOf(markdown: string): readonly Token[] {
  const tokens: Token[] = [];
  void marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token) => {
    tokens.push(token);
  });
  return tokens;
}

describe('the report of an incident', () => {
  it('says what happened, to what, why it is one incident, what was done by whom, and what is open', () => {
    const headings = tokensOf(reportMarkdown(aReport()))
      .filter((token) => token.type === 'heading' && (token as { depth: number }).depth < 3)
      .map((token) => (token as { text: string }).text.replaceAll('\\', ''));
    expect(headings).toEqual([
      expect.stringMatching(/^Incident report: /),
      'What happened',
      'Handling',
      'What is open',
      'Entities',
      'Timeline of alerts',
      'Why these alerts are one incident',
      'Steps',
      'What was done',
    ]);
  });

  it('has each step with its state, who decided, when, the exit code and what was found on the resource', () => {
    const { steps } = aReport();
    expect(steps.find(({ state }) => state === 'done')).toMatchObject({
      source: 'service',
      by: 'operator@contoso.example',
      at: '2026-03-02T11:00:00.000Z',
    });
    expect(steps.find(({ source }) => source === 'runbook')).toEqual({
      source: 'runbook',
      of: 'brute-force',
      text: 'Block the attacking address',
      state: 'verification fails',
      exitCode: 0,
      by: 'ada',
      at: '2026-03-02T11:04:00.000Z',
      verification: 'found Allow instead of Deny',
    });
  });

  it('has how the incident is handled, labelled as kept here', () => {
    const report = aReport();
    expect(report.handling).toEqual({
      classification: { label: 'True positive', reason: 'Seen before.', by: 'grace', at: '2026-03-02T11:09:00.000Z' },
      owner: 'Ada',
      tags: ['harbour', 'drill'],
    });
    expect(reportMarkdown(report)).toContain('Kept on the machine that wrote this report');
  });

  it('lists what is open', () => {
    expect(aReport().open.slice(0, 2)).toEqual([
      'Verification fails: Block the attacking address',
      'Mandatory step: Rotate keys',
    ]);
    expect(aReport().open.slice(2).join('\n')).toMatch(
      /alerts? neither dismissed nor resolved\n\d+ steps of the service/,
    );
  });

  it('says what could not be read of the journal', () => {
    const report = aReport([], { damaged: 1 });
    expect(report.reservations).toContain(
      'One entry of the journal is damaged and cannot be read. The file is left as it is.',
    );
    expect(reportMarkdown(report)).toMatch(/> \*\*Note:\*\* One entry of the journal is damaged/);
    expect(reportMarkdown(report)).toContain('Nothing was written down.');
  });

  it('survives JSON as it is', () => {
    const report = aReport();
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('shows commands and output in fences that nothing in them can end', () => {
    const entries = aJournal(bruteKey, '\n````\n# out\n``````\r```\u2028~~~');
    const markdown = reportMarkdown(aReport(entries));
    expect(markdown).toMatch(/^`{7}text$/m);
    const headings = tokensOf(markdown).filter((token) => token.type === 'heading' && token.raw.includes('out'));
    expect(headings.map(({ raw }) => raw).filter((raw) => raw.startsWith('# out'))).toEqual([]);
  });
});

describe('hostile text in a report', () => {
  const harmless = new Set([
    'heading',
    'paragraph',
    'list',
    'list_item',
    'text',
    'strong',
    'escape',
    'codespan',
    'code',
    'blockquote',
    'br',
    'space',
  ]);
  const more = [
    '---\ntitle: x\n---',
    '| a | b |\n|---|---|',
    '{{ 1 + 1 }}',
    '<b>x</b> https://evil.example www.evil.example a@evil.example',
    '```\n# x\n```',
  ];

  it.each([...hostileTexts, ...more])('stays text in Markdown: %j', (text) => {
    const hostile = aHostileAlert(text);
    const context = aPanelContext([hostile, ...alerts]);
    const base = aLinkedIncident(aPanelContext(alerts));
    const incident = {
      ...base,
      title: text,
      sentence: text,
      resourceIds: [text],
      members: [
        { kind: 'alert' as const, alertKey: hostile.key, reason: { kind: 'declaredByService' as const } },
        ...base.members,
      ],
    };
    const report = incidentReport({
      model: buildIncidentPanelModel(incident, context).model,
      journal: { entries: aJournal(hostile.key, text), missing: {} },
      names: { alertTitle: () => text },
      openWork: { open: [text], failing: [text] },
      now: noon,
    });
    const markdown = reportMarkdown(report);
    expect(markdown).not.toMatch(invisible);
    const kinds = new Set(tokensOf(markdown).map(({ type }) => type));
    expect([...kinds].filter((kind) => !harmless.has(kind))).toEqual([]);
    // Whatever begins like front matter would be read as settings by site generators.
    expect(markdown).toMatch(/^# Incident report/);
  });
});

describe('the table of an incident', () => {
  it('has one row for each alert, step and entry, in the order of time', () => {
    const lines = reportCsv(aReport([])).split('\r\n');
    const { alerts: rows, steps } = aReport([]);
    expect(lines[0]).toMatch(/^\ufeff"time","kind","who","what","outcome"/);
    expect(lines).toHaveLength(1 + rows.length + steps.length + 1);
    const times = lines.slice(1).map((line) => /^"(\d{4}[^"]*)"/.exec(line)?.[1] ?? '9');
    expect(times.toSorted()).toEqual(times);
  });

  it('has exit codes, digests and output in columns of their own', () => {
    const line = reportCsv(aReport())
      .split('\r\n')
      .find((row) => row.includes('"commandEnded"'));
    expect(line).toContain(`"0","3400","${'a'.repeat(64)}"`);
  });
});
