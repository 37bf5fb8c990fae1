import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJournalEntry, type JournalEntry } from '../../../../src/services/response/journal/journalEntry.ts';
import { toStore } from '../../../../src/services/response/journal/toStore.ts';

const about = { id: '11111111-2222-4333-8444-5555ffffffff', at: 1_700_000_000_000, by: 'ada', incidentId: 'i' };
const ended = {
  ...about,
  kind: 'commandEnded',
  command: 'az vm list',
  cancelled: false,
  durationMs: 1,
  outputDigest: 'a'.repeat(64),
} as const;

function outputOf(entries: readonly JournalEntry[] | undefined): string {
  const [entry] = entries ?? [];
  return entry?.kind === 'commandEnded' ? entry.output : '';
}

describe('an entry as it is stored', () => {
  it('has neither the secrets of a command nor those of its output', () => {
    const [entry] = toStore({ ...ended, command: 'az x --password=hunter2', output: '{"password":"hunter2"}' }) ?? [];
    expect(JSON.stringify(entry)).not.toContain('hunter2');
    expect(entry).toMatchObject({ command: 'az x --password=⟨redacted⟩', output: '{"password":"⟨redacted⟩"}' });
  });

  it.each<JournalEntry>([
    { ...about, kind: 'stepState', state: 'skipped', reason: `done with ghp_${'a'.repeat(36)}` },
    { ...about, kind: 'statusChange', action: 'dismiss', results: [], reason: `done with ghp_${'a'.repeat(36)}` },
    { ...about, kind: 'closeReason', open: [], failing: [], reason: `done with ghp_${'a'.repeat(36)}` },
  ])('has no token that somebody pasted into a reason: $kind', (entry) => {
    expect(toStore(entry)).toEqual([{ ...entry, reason: 'done with ⟨redacted⟩' }]);
  });

  it('keeps how a long output began and how it ended, and says how much is left out', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `line ${String(index)}`);
    const kept = outputOf(toStore({ ...ended, output: lines.join('\n') }));
    expect(kept).toMatch(/^line 0\nline 1\n/);
    expect(kept).toMatch(/\nline 9998\nline 9999$/);
    expect(kept).toMatch(/\nline \d+\n… \d+ characters left out …\nline \d+\n/);
    expect(kept.length).toBeLessThan(12_100);
  });

  it('finds a secret that the cut would have halved', () => {
    const secret = 'SuperSecretValue'.repeat(10);
    const output = `${'x'.repeat(2_950)} password=${secret} ${'y'.repeat(20_000)}`;
    expect(outputOf(toStore({ ...ended, output }))).not.toContain('SuperSecretValue');
  });

  it('fits a line whatever the output is', () => {
    fc.assert(
      fc.property(fc.constantFrom('\u0000', '"', '\\', '😀', 'é', '\n', 'a'), fc.nat(100_000), (part, length) => {
        const entries = toStore({ ...ended, output: part.repeat(length) });
        expect(Buffer.byteLength(JSON.stringify(entries?.[0]))).toBeLessThanOrEqual(60_000);
        expect(entries?.every(isJournalEntry)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('tells of many alerts in several entries, which lose none and have ids of their own', () => {
    const results = Array.from({ length: 1_000 }, (_, index) => ({
      alertKey: `alert-${String(index)}`.padEnd(300, 'x'),
      outcome: 'changed' as const,
    }));
    const entries = toStore({ ...about, kind: 'statusChange', action: 'dismiss', results }) ?? [];
    expect(entries.flatMap((entry) => (entry.kind === 'statusChange' ? entry.results : []))).toEqual(results);
    expect(entries[0]?.id).toBe(about.id);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.every(isJournalEntry)).toBe(true);
  });

  it('takes pasted keys out of what people wrote, and leaves their words', () => {
    const [note] = toStore({ ...about, kind: 'note', text: `Password: reset. Leaked: ghp_${'a1'.repeat(18)}` }) ?? [];
    expect(note).toMatchObject({ text: 'Password: reset. Leaked: ⟨redacted⟩' });
  });

  it('is refused when it cannot be made to fit', () => {
    expect(toStore({ ...about, kind: 'note', text: 'x'.repeat(30_000) })).toBeUndefined();
  });
});
