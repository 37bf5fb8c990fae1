import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/commandLine.ts';

const parse = (line: string) => parseCommandLine(line.split(' ').filter((word) => word !== ''));

describe('the command line', () => {
  it('correlate takes an input, a format and the wish for explanations', () => {
    expect(parse('correlate --input -')).toEqual({
      kind: 'correlate',
      options: { input: '-', format: 'json', explain: false },
    });
    expect(parse('correlate --input=a.json --format table --explain')).toEqual({
      kind: 'correlate',
      options: { input: 'a.json', format: 'table', explain: true },
    });
  });

  it('correlate takes how sure to be, and a file of settings', () => {
    expect(parse('correlate --input a --precision 0 --settings s.json')).toMatchObject({
      options: { precision: 0, settings: 's.json' },
    });
  });

  it.each([
    ['--help', 'COMMAND'],
    ['-h', 'COMMAND'],
    ['correlate --help', 'correlate --input'],
    ['correlate --input a -h', 'correlate --input'],
    ['alerts --help', 'alerts list'],
    ['alerts list --help', 'alerts list'],
  ])('%s gives the help of that command', (line, usage) => {
    expect(parse(line)).toEqual({ kind: 'help', text: expect.stringContaining(`cli.js ${usage}`) as string });
  });

  it('alerts list needs no option', () => {
    expect(parse('alerts list')).toMatchObject({ kind: 'alerts list', options: { format: 'ndjson' } });
  });

  it.each([
    ['', 'A command is missing'],
    ['explode', 'Unknown command "explode"'],
    ['--input a', 'A command is missing'],
    ['alerts', '"alerts" takes a verb: list'],
    ['alerts drop', 'Unknown verb "drop": choose list'],
    ['alerts list more', 'Unexpected word "more"'],
    ['correlate', '--input is missing'],
    ['correlate --input', "Option '--input <value>' argument missing"],
    ['correlate --input a b', 'Unexpected word "b"'],
    ['correlate --input a --format xml', 'Unknown format "xml": choose json, ndjson, table'],
    ['correlate --input a --precision 101', '--precision takes a number from 0 to 100'],
    ['correlate --input a --precision much', '--precision takes a number from 0 to 100'],
    ['correlate --input a --precision=', '--precision takes a number from 0 to 100'],
    ['correlate --input a --fast', "Unknown option '--fast'"],
    ['correlate --input a --explain=yes', "Option '--explain' does not take an argument"],
    ['\u001b[31m', 'Unknown command "⟨U+001B⟩[31m"'],
  ])('"%s" is refused in one line', (line, reason) => {
    expect(parse(line)).toEqual({ kind: 'misuse', reason });
  });
});
