import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWebviewToHost } from '../../src/protocol/webviewToHost.ts';

const types = [
  'ready',
  'openAlert',
  'compareAlerts',
  'openIncident',
  'setStep',
  'openLink',
  'copy',
  'showInFull',
  'refresh',
];

describe('messages from the webview', () => {
  it.each([
    { type: 'ready' },
    { type: 'openAlert', alertKey: '2517_a' },
    { type: 'compareAlerts', alertKey: '2517_a', otherKey: '2517_b' },
    { type: 'openIncident', incidentId: 'local:2517_a' },
    { type: 'setStep', alertKey: 'a', stepKey: 's', state: 'done' },
    { type: 'setStep', alertKey: 'a', stepKey: 's', state: 'skipped', reason: 'not ours' },
    { type: 'openLink', linkId: 'link0' },
    { type: 'copy', copyId: 'copy12' },
    { type: 'showInFull', textId: 'description' },
    { type: 'refresh' },
  ])('passes $type as it is', (message) => {
    expect(parseWebviewToHost(message)).toEqual(message);
  });

  it.each([
    ['an unknown type', { type: 'runCommand', command: 'rm -rf /' }],
    ['a surplus property', { type: 'openLink', linkId: 'link0', href: 'https://evil.example' }],
    ['an address instead of an id', { type: 'openLink', linkId: `https://evil.example/${'x'.repeat(40)}` }],
    ['an empty id', { type: 'copy', copyId: '' }],
    ['a state that is none', { type: 'setStep', alertKey: 'a', stepKey: 's', state: 'failed' }],
    [
      'a reason that is too long',
      { type: 'setStep', alertKey: 'a', stepKey: 's', state: 'skipped', reason: 'x'.repeat(501) },
    ],
    ['an id of another type', { type: 'openAlert', alertKey: 7 }],
    ['inherited properties', Object.create({ type: 'ready' })],
    ['a list', ['ready']],
    ['null', null],
    ['a text', 'ready'],
  ])('refuses %s', (_, message) => {
    expect(parseWebviewToHost(message)).toBeUndefined();
  });

  it('refuses a message whose property throws', () => {
    const trap = {
      get type(): string {
        throw new Error('trap');
      },
    };
    expect(parseWebviewToHost(trap)).toBeUndefined();
  });

  it('lets only the closed set through, whatever 10,000 random messages hold', () => {
    const nearMiss = fc.record(
      {
        type: fc.constantFrom(...types),
        alertKey: fc.anything(),
        stepKey: fc.string(),
        state: fc.string(),
        linkId: fc.anything(),
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearMiss), (message) => {
        const parsed = parseWebviewToHost(message);
        if (parsed === undefined) return;
        expect(types).toContain(parsed.type);
        const values = Object.values(parsed);
        expect(values.every((value) => typeof value === 'string' && value.length <= 500)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
