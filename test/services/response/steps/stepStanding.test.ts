import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../src/services/response/journal/journalEntry.ts';
import { gateStanding, isDone, stepHistoryOf } from '../../../../src/services/response/steps/stepStanding.ts';
import { minute, noon } from '../../../builders/alert.ts';

type Event = Record<string, unknown> & { readonly kind: JournalEntry['kind'] };

const command = 'az network nsg rule create';
const started: Event = { kind: 'commandStarted', command };
const holds: Event = { kind: 'verification', outcome: 'holds', expected: 'access is "Deny"' };
const differs: Event = {
  kind: 'verification',
  outcome: 'differs',
  expected: 'access is "Deny"',
  found: 'no such resource',
};
const unread: Event = { kind: 'verification', outcome: 'unknown', expected: 'access is "Deny"' };

function ended(exitCode: number | undefined, part?: 'undo' | 'whatIf'): Event {
  return {
    kind: 'commandEnded',
    command,
    cancelled: false,
    durationMs: 1,
    output: 'written',
    outputDigest: '0'.repeat(64),
    ...(exitCode === undefined ? {} : { exitCode }),
    runbook: { id: 'r', step: 's', ...(part === undefined ? {} : { part }) },
  };
}

/** How a step stands after these entries, a minute apart. */
function after(...events: readonly Event[]) {
  const entries = events.map((event, at) => ({
    id: String(at),
    at: noon + at * minute,
    by: 'ada',
    incidentId: 'i',
    alertKey: 'a',
    runbook: { id: 'r', step: 's' },
    ...event,
  }));
  return stepHistoryOf(entries as unknown as readonly JournalEntry[]);
}

describe('how a step stands', () => {
  it('is to do until something was done', () => {
    expect(after()).toEqual({ standing: { kind: 'toDo' } });
  });

  it('has the exit code and the output of its last run', () => {
    expect(after(started, ended(3))).toEqual({
      standing: { kind: 'ran', at: noon + minute, by: 'ada', end: { kind: 'exited', exitCode: 3 } },
      output: 'written',
      hasRun: true,
    });
  });

  it('tells what held before it ran from what it brought, until it is undone', () => {
    expect(after(holds, started, ended(0), holds).heldBefore).toBe(true);
    expect(after(holds, ended(0, 'whatIf'), unread, started, ended(0)).heldBefore).toBe(true);
    expect(after(started, ended(0), holds).heldBefore).toBeUndefined();
    expect(after(holds, differs, started, ended(0), holds).heldBefore).toBeUndefined();
    expect(after(holds, started, ended(0), ended(1, 'undo')).heldBefore).toBe(true);
    expect(after(holds, started, ended(0), ended(0, 'undo'), differs, started).heldBefore).toBeUndefined();
  });

  it('is unfinished when nobody wrote down how its run ended', () => {
    expect(after(ended(0), started).standing).toEqual({ kind: 'unfinished', at: noon + minute, by: 'ada' });
  });

  it('is verified once the resource has it, and has regressed once the resource has it no more', () => {
    expect(after(ended(0), holds).standing.kind).toBe('verified');
    expect(after(ended(0), holds, differs).standing).toMatchObject({ kind: 'regressed', found: 'no such resource' });
    expect(after(ended(0), holds, differs, differs).standing.kind).toBe('regressed');
    expect(after(ended(0), holds, differs, holds).standing.kind).toBe('verified');
  });

  it('only differs where it never held', () => {
    expect(after(ended(0), differs).standing.kind).toBe('differs');
  });

  it('stays as it was when the resource could not be read', () => {
    expect(after(ended(0), holds, unread).standing.kind).toBe('verified');
    expect(after(unread).standing.kind).toBe('toDo');
  });

  it('is undone by an undo that worked, and stays so when the resource shows it', () => {
    expect(after(ended(0), holds, ended(0, 'undo'), differs).standing.kind).toBe('undone');
    expect(after(ended(0), holds, ended(1, 'undo')).standing.kind).toBe('verified');
  });

  it('is not changed by a what-if, whose output is kept', () => {
    expect(after(ended(0, 'whatIf'))).toEqual({ standing: { kind: 'toDo' }, output: 'written' });
  });

  it('is what a person says last', () => {
    expect(after(ended(1), { kind: 'stepState', state: 'done' }).standing.kind).toBe('byHand');
    expect(after({ kind: 'stepState', state: 'skipped', reason: 'gone' }).standing).toMatchObject({ reason: 'gone' });
    expect(after({ kind: 'stepState', state: 'done' }, { kind: 'stepState', state: 'toDo' }).standing.kind).toBe(
      'toDo',
    );
  });

  it('is done by exit code 0 only where the resource cannot tell', () => {
    const { standing } = after(ended(0));
    expect([isDone(standing, false), isDone(standing, true)]).toEqual([true, false]);
    expect(isDone(after(ended(1)).standing, false)).toBe(false);
  });

  it('holds back closing as failing, open or not at all', () => {
    expect(gateStanding(after(holds, differs).standing, true)).toBe('failing');
    expect(gateStanding(after(ended(0)).standing, true)).toBe('open');
    expect(gateStanding(after(holds).standing, true)).toBe('settled');
  });
});
