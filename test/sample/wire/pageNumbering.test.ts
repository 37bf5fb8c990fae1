import { describe, expect, it } from 'vitest';
import { alertStart } from '../../../src/sample/wire/entityDraft.ts';
import { PageNumbering } from '../../../src/sample/wire/pageNumbering.ts';

const host = { hostName: 'vm-1', type: 'host' };
const account = { name: 'clerk', host, type: 'account' };

describe('the numbering of a page', () => {
  it('lists what an entity refers to before the entity, each once, and refers by id', () => {
    const process = { account, files: [{ name: 'a', type: 'file' }], since: alertStart, host, type: 'process' };
    expect(new PageNumbering().entities('westeurope', [process, account], '2026-01-01T00:00:00Z')).toEqual([
      { $id: 'westeurope_1', ...host },
      { $id: 'westeurope_2', name: 'clerk', host: { $ref: 'westeurope_1' }, type: 'account' },
      { $id: 'westeurope_3', name: 'a', type: 'file' },
      {
        $id: 'westeurope_4',
        account: { $ref: 'westeurope_2' },
        files: [{ $ref: 'westeurope_3' }],
        since: '2026-01-01T00:00:00Z',
        host: { $ref: 'westeurope_1' },
        type: 'process',
      },
    ]);
  });

  it('leaves values without a type where they are', () => {
    const located = { address: '192.0.2.1', location: { city: 'Rotterdam' }, type: 'ip' };
    expect(new PageNumbering().entities('a', [located], '')).toEqual([{ $id: 'a_1', ...located }]);
  });

  it('counts each region by itself and goes on from alert to alert', () => {
    const numbering = new PageNumbering();
    expect(['a', 'a', 'b', 'a'].map((region) => numbering.next(region))).toEqual(['a_1', 'a_2', 'b_1', 'a_3']);
    expect(new PageNumbering().next('a')).toBe('a_1');
  });
});
