import { expect, it } from 'vitest';
import { fieldReader } from '../../../src/domain/suppression/fieldReader.ts';
import { anAlert, anEntity } from '../../builders/alert.ts';

it('a field reads every value of every entity of its type, of lists and of what is referred to', () => {
  const alert = anAlert({
    entities: [
      anEntity({ $id: '1', type: 'ip', address: '203.0.113.7' }),
      anEntity({ $id: '2', type: 'ip', address: '198.51.100.1' }),
      anEntity({
        $id: '3',
        type: 'dns',
        ipAdresses: [{ $ref: '1' }, { $ref: '2' }, { $ref: '3' }, { $ref: '9' }, null],
      }),
    ],
  });
  expect(fieldReader('entities.ip.address')?.(alert)).toEqual(['203.0.113.7', '198.51.100.1']);
  expect(fieldReader('entities.dns.ipadresses.address')?.(alert)).toEqual(['203.0.113.7', '198.51.100.1']);
  expect(fieldReader('entities.url.url')?.(alert)).toEqual([]);
});

it('a field that is not about entities cannot be read', () => {
  for (const field of ['', 'entities', 'entities.ip', 'properties.ip.address']) {
    expect(fieldReader(field)).toBeUndefined();
  }
});
