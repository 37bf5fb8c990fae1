import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../src/domain/correlation/corrections/correction.ts';
import { correctionText } from '../../../src/services/corrections/correctionText.ts';
import { anAlert } from '../../builders/alert.ts';
import { keyOf } from '../../builders/corrections.ts';
import { hostileTexts, invisible } from '../../builders/hostileText.ts';

const alerts = new Map([anAlert({ called: 'a' })].map((alert) => [alert.key, alert]));
const text = (correction: Correction): string => correctionText(correction, { alerts });
const [a, b, c] = ['a', 'b', 'c'].map(keyOf) as [string, string, string];

describe('a correction in words', () => {
  it.each<[Correction, string]>([
    [{ kind: 'merge', alerts: [a, b, c] }, 'Put together “Alert a” and 2 more alerts'],
    [{ kind: 'remove', alerts: [a], from: [[b]] }, 'Removed “Alert a”'],
    [{ kind: 'remove', alerts: [b], from: [[a]] }, 'Removed an alert that is not in the list'],
    [{ kind: 'move', alerts: [a, b], from: [], to: [c] }, 'Moved “Alert a” and one more alert to another incident'],
    [{ kind: 'move', alerts: [b, c], from: [], to: [] }, 'Made an incident of 2 alerts'],
    [{ kind: 'rename', alerts: [a], name: 'Harbour' }, 'Named the incident “Harbour”'],
    [{ kind: 'rename', alerts: [a], name: '' }, 'Gave the incident its own title back'],
    [{ kind: 'pin', alerts: [a], pinned: true }, 'Pinned the incident'],
    [{ kind: 'pin', alerts: [a], pinned: false }, 'Unpinned the incident'],
  ])('%j', (correction, expected) => {
    expect(text(correction)).toBe(expected);
  });

  it('shows nothing invisible of what a title or a name holds', () => {
    for (const hostile of hostileTexts) {
      const alert = anAlert({ called: 'x', displayName: hostile });
      const removed: Correction = { kind: 'remove', alerts: [alert.key], from: [] };
      expect(correctionText(removed, { alerts: new Map([[alert.key, alert]]) })).not.toMatch(invisible);
      expect(text({ kind: 'rename', alerts: [a], name: hostile })).not.toMatch(invisible);
    }
  });
});
