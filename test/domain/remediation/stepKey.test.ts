import { describe, expect, it } from 'vitest';
import { normalizeRemediation } from '../../../src/domain/remediation/normalizeRemediation.ts';
import { isStepKey, stepKey } from '../../../src/domain/remediation/stepKey.ts';

function keys(...steps: string[]): readonly string[] {
  return normalizeRemediation(steps).map(({ key }) => key);
}

describe('step keys', () => {
  it('survive renumbering, other bullets, spacing, letter case and punctuation', () => {
    const [key] = keys('1. Isolate the host.');
    for (const variant of [
      '3) Isolate the host.',
      '• isolate  the host',
      'Isolate the\u00A0host!',
      'b. Isolate the host',
      '<p>Isolate the <b>host</b></p>',
      ' 2.4.\tIsolate the host',
    ]) {
      expect(keys(variant)).toEqual([key]);
    }
  });

  it('survive reordering and delivery as one string', () => {
    const apart = keys('1. One thing', '2. Another thing', '3. A third');
    expect(keys('1. A third', '2. One thing', '3. Another thing').toSorted()).toEqual(apart.toSorted());
    expect(keys('1. One thing\r\n2. Another thing\r\n3. A third')).toEqual(apart);
  });

  it('do not depend on the children of a step', () => {
    expect(keys('1. Do this:\n   - one')).toEqual(keys('1. Do this:\n   - two\n   - three'));
  });

  it('tell exact repeats apart by occurrence', () => {
    const [first = '', second, third] = keys('Rotate keys', 'Rotate keys.', '3. rotate keys');
    expect([second, third]).toEqual([`${first}.2`, `${first}.3`]);
  });

  it('tell links with the same label apart by address', () => {
    const link = (value: string): string => JSON.stringify({ kind: 'Link', displayValue: 'Read', value });
    expect(new Set(keys(link('https://learn.microsoft.com/a'), link('https://learn.microsoft.com/b'))).size).toBe(2);
  });

  it('tell steps without words apart by their signs', () => {
    const [questions = '', bangs = ''] = keys('???', '!!!');
    expect(questions).not.toBe(bangs);
  });

  it('do not collide over 20,000 similar steps', () => {
    const made = Array.from({ length: 20_000 }, (_, index) =>
      stepKey([{ kind: 'command', text: `Step about host ${index.toString(36)}` }]),
    );
    expect(new Set(made).size).toBe(made.length);
  });

  it('are recognised, and nothing else is', () => {
    const made = keys('One', 'One', 'Two');
    expect(made.every(isStepKey)).toBe(true);
    for (const other of ['', '__proto__', '../x', `${made[0] ?? ''}.0`, `${made[0] ?? ''}\n`, 'ABCDEF0123456789']) {
      expect(isStepKey(other)).toBe(false);
    }
  });
});
