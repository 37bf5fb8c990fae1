import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntityIndex, isMemberEntity, refOf, toEntity } from '../../src/domain/entity.ts';
import { anEntity } from '../builders/alert.ts';

describe('toEntity', () => {
  it('folds the type and keeps every property', () => {
    const properties = { $id: 'centralus_1', Type: 'Azure-Resource', resourceId: '/x' };
    expect(toEntity(properties)).toEqual({ id: 'centralus_1', type: 'azure-resource', properties });
  });

  it('gives an entity without a type the type unknown', () => {
    expect(toEntity({ a: 1 })?.type).toBe('unknown');
  });

  it('skips what is no entity: a bare reference, null, text, a list', () => {
    expect([{ $ref: '6' }, null, 'ip', []].map(toEntity)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        toEntity(value);
      }),
    );
  });
});

describe('EntityIndex', () => {
  const file = anEntity({ $id: 'f', type: 'file', name: 'x.sh' });
  const parent = anEntity({ $id: 'p', type: 'process', parentProcess: { $ref: 'c' } });
  const child = anEntity({ $id: 'c', type: 'process', parentProcess: { $ref: 'p' }, imageFile: { $ref: 'f' } });
  const index = new EntityIndex([file, parent, child]);

  it('follows a reference', () => expect(index.follow(child.properties['imageFile'])).toBe(file));

  it('reads an entity that is written inline', () =>
    expect(index.follow({ type: 'ip', address: '203.0.113.1' })?.type).toBe('ip'));

  it('gives nothing for a dangling reference or no reference', () => {
    expect(index.follow({ $ref: 'nowhere' })).toBeUndefined();
    expect(index.follow(undefined)).toBeUndefined();
  });

  it('goes one step at a time, so a cycle ends with its caller', () => {
    const up = index.follow(child.properties['parentProcess']);
    expect(index.follow(up?.properties['parentProcess'])).toBe(child);
  });
});

it('a member entity is known by its type, whatever its case', () => {
  expect(['Alerts', 'alert', 'security-alert', 'ip'].map((type) => isMemberEntity(anEntity({ type })))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

it('a numeric reference is read as text', () => expect(refOf({ $ref: 6 })).toBe('6'));
