import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { wireAlert } from '../builders/wireAlert.ts';
import { allPages } from '../sample/samplePages.ts';
import { type BuiltProgram, buildProgram } from './builtProgram.ts';
import { type Outcome, runProgram, type RunOptions } from './runProgram.ts';

interface Printed {
  readonly incidents: readonly (JsonObject & { readonly id: string; readonly alertIds: readonly string[] })[];
  readonly standaloneAlertIds: readonly string[];
  readonly timings: Readonly<Record<string, number>>;
}

let built: BuiltProgram;
let rows: readonly string[] = [];
const file = (name: string) => path.join(built.folder, name);

beforeAll(async () => {
  built = await buildProgram();
  rows = (await allPages()).flatMap(({ value }) => value.map((alert) => JSON.stringify(alert)));
  await writeFile(file('alerts.ndjson'), rows.join('\n'));
});

afterAll(() => built.remove());

function cli(words: readonly string[], options?: RunOptions): Promise<Outcome> {
  return runProgram(built.program, words, options);
}

async function correlate(words: readonly string[], run?: RunOptions): Promise<Printed> {
  const { code, output, complaints } = await cli(['correlate', ...words], run);
  expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
  return JSON.parse(output) as Printed;
}

describe('correlate, on the sample environment', () => {
  it('prints incidents, standalone alerts and timings, and loses no alert', async () => {
    const printed = await correlate(['--input', file('alerts.ndjson')]);
    expect(Object.keys(printed)).toEqual(['incidents', 'standaloneAlertIds', 'timings']);
    expect(Object.keys(printed.timings)).toEqual(['parseMs', 'correlateMs', 'totalMs']);
    const { parseMs, correlateMs, totalMs } = printed.timings as {
      parseMs: number;
      correlateMs: number;
      totalMs: number;
    };
    expect(parseMs).toBeGreaterThan(0);
    expect(totalMs).toBeGreaterThan(parseMs + correlateMs);
    for (const incident of printed.incidents) {
      expect(Object.keys(incident)).toEqual(['id', 'title', 'severity', 'score', 'kind', 'alertIds']);
    }
    const listed = new Set([...printed.incidents.flatMap(({ alertIds }) => alertIds), ...printed.standaloneAlertIds]);
    const sent = rows
      .map((row) => (JSON.parse(row) as { properties: { systemAlertId: string; isIncident: boolean } }).properties)
      .filter(({ isIncident }) => !isIncident)
      .map(({ systemAlertId }) => systemAlertId);
    expect([...listed].sort()).toEqual([...new Set(sent)].sort());
    expect(printed.incidents.length).toBeGreaterThan(3);
  });

  it('finds the same in lines, pages and arrays, from a file or from standard input', async () => {
    const { incidents } = await correlate(['--input', file('alerts.ndjson')]);
    const page = (some: readonly string[]) => `{"value":[${some.join(',')}],"nextLink":"x"}`;
    const [first, second] = [rows.slice(0, 150), rows.slice(150)];
    const forms = {
      page: page(rows),
      pages: `[${page(first)},\n${page(second)}]`,
      pageLines: `${page(first)}\n${page(second)}\n`,
      array: `\ufeff[${rows.join(',')}]`,
      indented: JSON.stringify(JSON.parse(page(rows)), undefined, 2),
    };
    for (const [name, text] of Object.entries(forms)) {
      await writeFile(file(name), text);
      expect((await correlate(['--input', file(name)])).incidents, name).toEqual(incidents);
    }
    expect((await correlate(['--input', '-'], { input: [forms.page] })).incidents).toEqual(incidents);
  });

  it('with --explain says why, and each link names two alerts of the incident', async () => {
    const { incidents } = await correlate(['--input', file('alerts.ndjson'), '--explain']);
    let links = 0;
    for (const { alertIds, explanation } of incidents) {
      const { sentence, links: path } = explanation as { sentence: string; links: { from: string; to: string }[] };
      expect(sentence).not.toBe('');
      for (const link of path) {
        expect(Object.keys(link)).toEqual(['from', 'to', 'step', 'probability', 'gapMs', 'stage', 'shared']);
        expect(alertIds).toContain(link.from);
        expect(alertIds).toContain(link.to);
        links += 1;
      }
    }
    expect(links).toBeGreaterThan(3);
  });

  it('as ndjson prints an incident a line, and what belongs to none last', async () => {
    const { incidents, standaloneAlertIds } = await correlate(['--input', file('alerts.ndjson')]);
    const { output } = await cli(['correlate', '--input', file('alerts.ndjson'), '--format', 'ndjson']);
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Printed);
    expect(lines.slice(0, -1)).toEqual(incidents);
    expect(lines.at(-1)).toMatchObject({ standaloneAlertIds });
    expect(lines.at(-1)?.timings).toHaveProperty('parseMs');
  });

  it('as a table prints no character that a terminal obeys', async () => {
    const name = 'Bad \u001b[31m\u0007\u202ename';
    const incident = wireAlert({ isIncident: true, systemAlertId: 'i\u001b', alertDisplayName: name });
    const { output, code } = await cli(['correlate', '--input', '-', '--format', 'table', '--explain'], {
      input: [JSON.stringify(incident)],
    });
    expect(code).toBe(0);
    expect(output).toContain('Bad ⟨U+001B⟩[31m⟨U+0007⟩⟨U+202E⟩name');
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('as JSON neither, and the text still is the same', async () => {
    const name = 'Bad \u009b31m\u2028\u202ename';
    const input = [JSON.stringify(wireAlert({ isIncident: true, systemAlertId: 'i', alertDisplayName: name }))];
    for (const format of ['json', 'ndjson']) {
      const { output } = await cli(['correlate', '--input', '-', '--format', format], { input });
      expect(output).toContain(String.raw`Bad \u009b31m\u2028\u202ename`);
      expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    }
  });
});

describe('bad input', () => {
  it('a bad line is named and counted, and costs nothing else', async () => {
    const [a, b] = ['a', 'b'].map((systemAlertId) => JSON.stringify(wireAlert({ systemAlertId })));
    const input = ['oops \u001b\n', `${a!}\n`, '{"id":\n', '[]\n', '{}\n', b!];
    const { code, output, complaints } = await cli(['correlate', '--input', '-'], { input });
    expect(code).toBe(0);
    expect(complaints.split('\n')).toEqual([
      'line 1: not JSON',
      'line 3: not JSON',
      'line 4: not an object',
      'line 5: no id',
      '4 pieces of the input left out',
      '',
    ]);
    expect((JSON.parse(output) as Printed).standaloneAlertIds).toEqual(['a', 'b']);
  });

  it('an empty input has no incidents', async () => {
    expect(await correlate(['--input', '-'])).toMatchObject({ incidents: [], standaloneAlertIds: [] });
  });

  it.each([
    [['correlate', '--input', 'no-such-file'], 'Cannot read no-such-file: there is no such file'],
    [['correlate', '--input', '.'], 'Cannot read .: it is a folder'],
    [['correlate'], '--input is missing. See --help.'],
    [['explode'], 'Unknown command "explode". See --help.'],
    [['correlate', '--input', '-', '--loud'], "Unknown option '--loud'. See --help."],
  ])('%j ends with 2 and one line', async (words, line) => {
    expect(await cli(words)).toEqual({ code: 2, output: '', complaints: `${line}\n` });
  });

  it('help is printed when asked for', async () => {
    const { code, output } = await cli(['--help']);
    expect(code).toBe(0);
    expect(output).toContain('alerts list');
    expect((await cli(['correlate', '--help'])).output).toContain('correlate --input FILE|-');
  });
});

describe('big input and output', () => {
  it('one page far larger than the memory is read element by element', async () => {
    const row = JSON.stringify(wireAlert({ description: 'x'.repeat(4_000) }));
    function* page(): Generator<string> {
      yield '{"value":[';
      for (let block = 0; block < 400; block += 1) yield `${Array<string>(100).fill(row).join(',')},`;
      yield `${row}],"nextLink":"x"}`;
    }
    const printed = await correlate(['--input', '-'], { input: page(), flags: ['--max-old-space-size=48'] });
    expect(printed.standaloneAlertIds.length).toBe(1);
  });

  it('a reader of the output that goes away ends it quietly', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => JSON.stringify({ id: `/a/${'x'.repeat(40)}${index}` }));
    const outcome = await cli(['correlate', '--input', '-'], { input: [many.join('\n')], leaves: true });
    expect(outcome).toMatchObject({ code: 0, complaints: '' });
    expect(outcome.output.length).toBeLessThan(20_000 * 40);
  });
});
