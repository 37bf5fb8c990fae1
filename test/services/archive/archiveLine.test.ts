import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArchiveLine, writeArchiveLine } from '../../../src/services/archive/archiveLine.ts';
import { anArchivedIncident, anyArchivedIncident } from '../../builders/archivedIncident.ts';

const owner = 'a'.repeat(32);
const line = writeArchiveLine(anArchivedIncident(), owner);

describe('a line of the archive', () => {
  it('gives back the incident that was written, whatever its texts, on one line', () => {
    fc.assert(
      fc.property(anyArchivedIncident, (incident) => {
        const written = writeArchiveLine(incident, owner);
        expect(written.indexOf('\n')).toBe(written.length - 1);
        expect(readArchiveLine(written, owner)).toEqual({ kind: 'read', incident });
      }),
    );
  });

  it('is damaged when it is cut short anywhere', () => {
    for (let length = 0; length < line.length - 1; length += 1) {
      expect(readArchiveLine(line.slice(0, length), owner)).toEqual({ kind: 'damaged' });
    }
  });

  it('is not believed of another owner', () => {
    expect(readArchiveLine(line, 'b'.repeat(32))).toEqual({ kind: 'damaged' });
  });

  it('is known as of a newer version whatever else it says', () => {
    expect(readArchiveLine('{"v":2,"whatever":true}', owner)).toEqual({ kind: 'newer' });
  });

  it.each([
    ['a severity that does not exist', line.replace('"High"', '"Huge"')],
    ['a property that nobody knows', line.replace('"score":70', '"score":70,"extra":1')],
    ['no members', line.replace('"members"', '"alerts"')],
    ['a list', '[]'],
    ['a number', '7'],
  ])('is damaged with %s', (_, text) => {
    expect(readArchiveLine(text, owner)).toEqual({ kind: 'damaged' });
  });
});
