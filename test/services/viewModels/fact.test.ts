import { describe, expect, it } from 'vitest';
import { prettyJson, wireFact } from '../../../src/services/viewModels/fact.ts';
import { copyText, PanelActionTable } from '../../../src/services/viewModels/panelActions.ts';

const table = () => new PanelActionTable('https://portal.azure.com');

describe('a fact from the wire', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['an empty list', []],
    ['an empty object', {}],
  ])('is left out for %s', (_, value) => {
    expect(wireFact('x', value, table())).toBeUndefined();
  });

  it('says yes and no, writes numbers, and leaves times to the reader’s locale', () => {
    expect(wireFact('isValid', false, table())?.values).toEqual([{ kind: 'text', text: 'No' }]);
    expect(wireFact('port', 0, table())?.values).toEqual([{ kind: 'text', text: '0' }]);
    expect(wireFact('start', '2026-03-02T10:00:00Z', table())?.values).toEqual([
      { kind: 'time', at: Date.UTC(2026, 2, 2, 10) },
    ]);
  });

  it('shows each of a short list of values', () => {
    expect(
      wireFact('protocols', ['tcp', 22, true], table())?.values.map((value) => value.kind === 'text' && value.text),
    ).toEqual(['tcp', '22', 'Yes']);
  });

  it('cuts what is shown of a huge value, and copies all of it', () => {
    const actions = table();
    const huge = 'x'.repeat(100_000);
    const [value] = wireFact('payload', huge, actions)?.values ?? [];
    expect(value?.kind === 'code' && value.text.length).toBeLessThan(5100);
    expect(value?.kind === 'code' && copyText(actions, value.copyId)).toBe(huge);
  });

  it('copies a value as it is seen: hidden characters stay visible', () => {
    const actions = table();
    const [value] = wireFact('commandLine', 'rm \u202E/', actions)?.values ?? [];
    expect(value?.kind === 'code' && copyText(actions, value.copyId)).toBe('rm ⟨U+202E⟩/');
  });

  it('indents embedded JSON, and only what is JSON', () => {
    expect(prettyJson('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(prettyJson('[not json]')).toBeUndefined();
    expect(prettyJson('plain')).toBeUndefined();
  });
});
