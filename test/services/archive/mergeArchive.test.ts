import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/domain/steps.ts';
import type { ArchivedIncident } from '../../../src/services/archive/archivedIncident.ts';
import { mergeArchive, newestFirst, withinLimits } from '../../../src/services/archive/mergeArchive.ts';
import { day, noon } from '../../builders/alert.ts';
import { anArchivedIncident, anyArchivedIncident } from '../../builders/archivedIncident.ts';

function archiveOf(...incidents: readonly ArchivedIncident[]): ReadonlyMap<string, ArchivedIncident> {
  return new Map(incidents.map((incident) => [incident.id, incident]));
}

const merge = (archived: ReadonlyMap<string, ArchivedIncident>, ...current: readonly ArchivedIncident[]) =>
  finish(mergeArchive(archived, current));

describe('merging into the archive', () => {
  const before = anArchivedIncident();

  it('adds what is new and keeps what is no longer there', () => {
    const other = anArchivedIncident({ id: 'local:two', recordedAt: noon + day });
    expect([...merge(archiveOf(before), other).values()]).toEqual([before, other]);
  });

  it('lets the later version of an incident win', () => {
    const later = anArchivedIncident({ title: 'Renamed', recordedAt: noon + day });
    expect(merge(archiveOf(before), later).get(before.id)).toBe(later);
    expect(merge(archiveOf(later), before).get(before.id)).toBe(later);
  });

  it('says nothing new when only the time of recording differs', () => {
    const archived = archiveOf(before);
    expect(merge(archived, { ...before, recordedAt: noon + day })).toBe(archived);
  });

  it('is the same when it is done again', () => {
    fc.assert(
      fc.property(fc.array(anyArchivedIncident), fc.array(anyArchivedIncident), (some, others) => {
        const current = [...archiveOf(...others).values()];
        const once = merge(archiveOf(...some), ...current);
        expect(merge(once, ...current)).toBe(once);
      }),
    );
  });

  describe('of an incident whose first alert Azure has forgotten', () => {
    const [old] = before.members;
    const recent = { ...old, id: 'two', title: 'Alert two', severity: 'Low' as const, time: noon + 60 * day };
    const wish = { members: [recent], firstActivity: recent.time, targets: ['other'] };

    it('keeps that alert, its target and when it all began', () => {
      const now = anArchivedIncident({ ...wish, recordedAt: noon + 91 * day });
      const merged = merge(archiveOf(before), now).get(before.id);
      expect(merged?.members).toEqual([old, recent]);
      expect(merged?.firstActivity).toBe(noon);
      expect(merged?.targets).toEqual([...before.targets, 'other']);
    });

    it('lets go of an alert that is still listed, since it was taken out of the incident', () => {
      const now = anArchivedIncident({ ...wish, recordedAt: noon + 80 * day });
      expect(merge(archiveOf(before), now).get(before.id)).toBe(now);
    });

    it('says nothing new the next time', () => {
      const now = anArchivedIncident({ ...wish, recordedAt: noon + 91 * day });
      const merged = merge(archiveOf(before), now);
      expect(merge(merged, { ...now, recordedAt: noon + 92 * day })).toBe(merged);
    });
  });
});

describe('the limits of the archive', () => {
  const lineOf = (incident: ArchivedIncident) => ({ line: incident.id, bytes: 10 });
  const incidents = [1, 2, 3].map((age) =>
    anArchivedIncident({ id: `${String(age)} days old`, lastActivity: noon - age * day }),
  );
  const keep = (maxAge: number, maxSize: number): readonly string[] =>
    finish(withinLimits(incidents.toReversed(), { maxAge, maxSize }, noon, lineOf));

  it('keep everything that fits, newest first', () => {
    expect(keep(3 * day, 30)).toEqual(['1 days old', '2 days old', '3 days old']);
  });

  it('let go of what is too old', () => {
    expect(keep(3 * day - 1, 30)).toEqual(['1 days old', '2 days old']);
  });

  it('let go of the oldest where all together are too large', () => {
    expect(keep(3 * day, 29)).toEqual(['1 days old', '2 days old']);
  });

  it('keep nothing where one incident is larger than all may be', () => {
    expect(keep(3 * day, 9)).toEqual([]);
  });

  it('take an incident without a last activity for as old as its recording', () => {
    const { lastActivity: _, ...undated } = anArchivedIncident({ recordedAt: noon - 1.5 * day, id: 'undated' });
    expect(newestFirst([...incidents, undated]).map(({ id }) => id)).toEqual([
      '1 days old',
      'undated',
      '2 days old',
      '3 days old',
    ]);
  });
});
