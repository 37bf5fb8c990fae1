import { describe, expect, it } from 'vitest';
import { AlertReader } from '../../src/cli/alertReader.ts';
import { BadLines } from '../../src/cli/badLines.ts';
import { wireAlert } from '../builders/wireAlert.ts';

function read(...texts: readonly string[]): { keys: readonly string[]; complaints: readonly string[] } {
  const complaints: string[] = [];
  const reader = new AlertReader(new BadLines((line) => complaints.push(line)));
  texts.forEach((text, index) => {
    if (text === 'bad') reader.bad(index + 1, 'ends too early');
    else reader.piece(text, index + 1);
  });
  reader.flush();
  return { keys: reader.table.columns().keys, complaints };
}

const alert = (name: string) => JSON.stringify(wireAlert({ systemAlertId: name }));

describe('pieces of the input', () => {
  it('become rows of the table, each alert once', () => {
    expect(read(alert('B'), alert('A'), alert('b'))).toEqual({ keys: ['a', 'b'], complaints: [] });
  });

  it('that are no alerts are named in their order, and the others are read', () => {
    expect(read('{', alert('a'), '[]', '{"name":"x"}', 'bad', 'null', alert('b'))).toEqual({
      keys: ['a', 'b'],
      complaints: [
        'line 1: not JSON',
        'line 3: not an object',
        'line 4: no id',
        'line 5: ends too early',
        'line 6: not an object',
      ],
    });
  });

  it('may be a whole page among alerts, whose elements are counted', () => {
    expect(read(alert('a'), `{"value":[${alert('b')},7]}`)).toEqual({
      keys: ['a', 'b'],
      complaints: ['line 2: element 2: not an object'],
    });
  });

  it('are named once when they nest deeper than the stack, and cost nobody else', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const hostile = alert('a').replace('"entities":', `"entities":${deep},"others":`);
    expect(read(hostile, alert('b')).keys).toEqual(['a', 'b']);
  });

  it('are timed: the parser alone', () => {
    const reader = new AlertReader(new BadLines(() => undefined));
    for (let index = 0; index < 2_000; index += 1) reader.piece(alert(`a${index}`), index);
    reader.flush();
    expect(reader.parseTimer.milliseconds).toBeGreaterThan(0);
    expect(reader.table.size).toBe(2_000);
  });
});
