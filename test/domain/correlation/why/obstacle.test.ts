import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import type { Obstacle } from '../../../../src/domain/correlation/why/obstacle.ts';
import { whyApart } from '../../../../src/domain/correlation/why/whyApart.ts';
import { anEntity, day, hour, minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { aHash, anAddress, aPerson, at, keyOf } from '../../../builders/correlationWorld.ts';
import { explained } from '../../../builders/explained.ts';
import { otherCompany } from '../../../builders/otherCompany.ts';

const m = virtualMachine('m');

/** What stands between the groups of two alerts that share enough by themselves. */
function obstacle(alerts: readonly Alert[], a = 'a', b = 'b'): Obstacle | undefined {
  const answer = whyApart(explained(alerts).computed, keyOf(a), keyOf(b));
  expect(answer).toMatchObject({ kind: 'otherGroup' });
  return answer.kind === 'otherGroup' ? answer.obstacle : undefined;
}

function number(index: number): string {
  return `${String(index >> 8)}.${String(index & 255)}`;
}

describe('what stands between two groups', () => {
  it('is the tenant of an alert that one of them is linked to', () =>
    expect(
      obstacle([
        at(noon, 'known', { tenantId: 't1', on: [virtualMachine('x')], entities: [aHash('h')] }),
        at(noon + minute, 'a', {
          alertType: 'A',
          on: [virtualMachine('y')],
          entities: [aHash('h'), anAddress('203.0.113.7')],
        }),
        at(noon + 6 * hour, 'b', {
          alertType: 'B',
          tenantId: 't2',
          on: [virtualMachine('z')],
          entities: [anAddress('203.0.113.7')],
        }),
      ]),
    ).toBe('otherTenant'));

  it('is that together they would be too many', () => {
    const chain = Array.from({ length: 1_001 }, (_, index) =>
      at(noon + index * minute, `s${String(index)}`, {
        alertType: `T${String(index % 3)}`,
        on: [virtualMachine(`m-${String(index)}`)],
        entities: [index, index + 1].map((address) => anAddress(`203.0.${number(address)}`)),
      }),
    );
    expect(obstacle(chain, 's999', 's1000')).toBe('tooMany');
  });

  it('is that together they would last too long', () => {
    const chain = Array.from({ length: 13 }, (_, index) =>
      at(noon + index * 4 * day, `s${String(index)}`, {
        alertType: `T${String(index)}`,
        on: [virtualMachine(`m-${String(index)}`)],
        entities: [index, index + 1].flatMap((step) => [
          anAddress(`203.0.113.${String(step)}`),
          anEntity({ type: 'dns', domainName: `d${String(step)}.example` }),
        ]),
      }),
    );
    expect(obstacle(chain, 's11', 's12')).toBe('tooLong');
  });

  it('is that the alerts linked to them name different actors', () =>
    expect(
      obstacle([
        at(noon, 'one', {
          alertType: 'C',
          on: [virtualMachine('x')],
          entities: [aHash('h'), anAddress('203.0.113.7'), aPerson(1)],
        }),
        at(noon + hour, 'a', { alertType: 'A', on: [m], entities: [aHash('h')] }),
        at(noon + 8 * hour, 'b', { alertType: 'B', on: [m], entities: [aHash('i')] }),
        at(noon + 9 * hour, 'other', {
          alertType: 'D',
          on: [virtualMachine('y')],
          entities: [aHash('i'), anAddress('198.51.100.4'), aPerson(2)],
        }),
      ]),
    ).toBe('otherActors'));

  it('is a pause that does not go with how soon their alerts follow each other', () => {
    const burst = (begin: number, name: string): readonly Alert[] =>
      [0, 1, 2, 3].map((step) =>
        at(begin + step * minute, `${name}${String(step)}`, {
          alertType: `${name}${String(step)}`,
          on: [step === 0 ? m : virtualMachine(name)],
          entities: [aHash(name)],
        }),
      );
    expect(obstacle([...burst(noon, 'one'), ...burst(noon + 9 * hour, 'other')], 'one0', 'other0')).toBe('otherTempo');
  });

  it('is that the detectors of the two sides keep other company', () => {
    const three = [
      at(noon, 'x', { alertType: 'A', on: [virtualMachine('x')], entities: [aHash('h')] }),
      at(noon + minute, 'a', { alertType: 'New', on: [m], entities: [aHash('h')] }),
      at(noon + 2 * hour, 'b', { alertType: 'B', on: [m] }),
    ];
    expect(obstacle([...otherCompany(), ...three])).toBe('strangers');
  });

  it('is that the detector of one of them cries wolf', () => {
    const wolf = Array.from({ length: 200 }, (_, index) =>
      at(noon - index * hour, `w${String(index)}`, { alertType: 'Wolf', on: [virtualMachine(`w-${String(index)}`)] }),
    );
    const two = [
      at(noon, 'a', { alertType: 'New', on: [m] }),
      at(noon + 12 * hour, 'b', { alertType: 'Wolf', on: [m] }),
    ];
    expect(obstacle([...otherCompany(), ...wolf, ...two])).toBe('criesWolf');
  });

  it('is that many detectors have spoken in one of them', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      at(noon + index * hour, `s${String(index)}`, {
        alertType: `T${String(index)}`,
        on: [index === 0 ? m : virtualMachine(`m-${String(index)}`)],
        entities: [aHash('h')],
      }),
    );
    expect(obstacle([...many, at(noon + 5 * hour, 'b', { alertType: 'B', on: [m] })], 's0')).toBe('newDetector');
  });

  it('is the crowd between them, where that kept them from being compared', () => {
    const actor = { entities: [anAddress('203.0.113.7')] };
    const crowd = Array.from({ length: 5 }, (_, index) =>
      at(noon + (index + 1) * minute, `c${String(index)}`, {
        tenantId: 't2',
        alertType: 'C',
        on: [virtualMachine(`m-${String(index)}`)],
        ...actor,
      }),
    );
    expect(
      obstacle([
        at(noon, 'a', { tenantId: 't1', alertType: 'A', on: [virtualMachine('x')], ...actor }),
        ...crowd,
        at(noon + hour, 'b', { tenantId: 't1', alertType: 'B', on: [virtualMachine('y')], ...actor }),
      ]),
    ).toBe('crowd');
  });

  it('is a better match that one of them could not be joined to', () => {
    const shared = { entities: [aHash('h'), anAddress('203.0.113.7')] };
    expect(
      obstacle([
        at(noon, 'known', { tenantId: 't1', on: [virtualMachine('x')], entities: [anAddress('198.51.100.4')] }),
        at(noon + minute, 'bridge', {
          alertType: 'C',
          on: [virtualMachine('y')],
          entities: [...shared.entities, anAddress('198.51.100.4')],
        }),
        at(noon + 2 * minute, 'a', { alertType: 'A', tenantId: 't2', on: [m], ...shared }),
        at(noon + hour, 'b', { alertType: 'B', tenantId: 't2', on: [m] }),
      ]),
    ).toBe('betterMatch');
  });
});
