import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { day, hour, minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { anAddress, at, worldOf } from '../../../builders/correlationWorld.ts';

/** Above this an actor connects nothing (`hubRate` of pairEvidence). */
const hub = 0.5;

const address = '203.0.113.7';

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** One quiet alert a day, so that the whole month is observed. */
const month = numbers(30).map((today) =>
  at(noon + today * day, `quiet${String(today)}`, { on: [virtualMachine(`quiet-${String(today)}`)] }),
);

/** The address meets so many machines on a day. */
function meetings(today: number, machines: number): readonly Alert[] {
  return numbers(machines).map((machine) =>
    at(noon + today * day + machine * minute, `d${String(today)}m${String(machine)}`, {
      alertType: 'Seen',
      on: [virtualMachine(`m-${String(today)}-${String(machine)}`)],
      entities: [anAddress(address)],
    }),
  );
}

function rateOfAddress(alerts: readonly Alert[]): number {
  const { context, evidence } = worldOf(alerts);
  return context.rates.perDay[evidence('address', address)] as number;
}

describe('the background rate of an actor', () => {
  it('makes an egress address that meets many machines every day a hub', () =>
    expect(rateOfAddress([...month, ...numbers(30).flatMap((today) => meetings(today, 4))])).toBeGreaterThan(hub));

  it('makes no hub of an address that meets as many in one burst', () =>
    expect(rateOfAddress([...month, ...meetings(12, 120)])).toBeLessThan(hub / 4));

  it('makes no hub of an attacker who comes back to the same few machines', () => {
    const visits = numbers(10).flatMap((today) =>
      at(noon + 2 * today * day, `v${String(today)}`, { alertType: 'Seen', entities: [anAddress(address)] }),
    );
    expect(rateOfAddress([...month, ...visits])).toBeLessThan(hub / 2);
  });

  it('makes a NAT that starts late a hub within a week', () =>
    expect(rateOfAddress([...month, ...numbers(6).flatMap((today) => meetings(24 + today, 25))])).toBeGreaterThan(hub));

  it('is that of its kind where it was seen once', () => {
    const { context, evidence } = worldOf([...month, ...meetings(12, 1)]);
    expect(context.rates.perDay[evidence('address', address)]).toBeLessThan(0.004);
    expect(context.rates.perDay[evidence('address', address)]).toBeGreaterThan(0);
  });

  it.each([
    ['in the far future', Date.UTC(2199, 0, 1)],
    ['years ago', Date.UTC(2008, 0, 2)],
  ])('does not vanish because one stray alert has a time %s', (_, time) => {
    const busy = [...month, ...numbers(30).flatMap((today) => meetings(today, 8))];
    expect(rateOfAddress([...busy, at(time, 'stray', { on: [virtualMachine('stray')] })])).toBeGreaterThan(hub);
  });

  it('is a number also where no alert with it has a time', () => {
    const timeless = meetings(1, 2).map(({ startTime, endTime, ...alert }) => {
      expect(startTime).toBe(endTime);
      return alert;
    });
    expect(rateOfAddress([...month, ...timeless])).toBeGreaterThan(0);
    expect(rateOfAddress(timeless)).toBeGreaterThan(0);
  });
});

describe('the background rate of a target', () => {
  const machine = virtualMachine('web-1').toLowerCase();
  const rate = (alerts: readonly Alert[]): number => {
    const { context, evidence } = worldOf([...month, ...alerts]);
    return context.rates.perDay[evidence('resource', machine)] as number;
  };
  const kinds = (hours: readonly number[]): readonly Alert[] =>
    hours.map((later, index) => at(noon + later * hour, `t${String(index)}`, { alertType: `T${String(index)}` }));

  it('counts its spells and not the alerts inside them: an attack of two days is one thing', () => {
    expect(rate(kinds([0, 1, 2, 24, 48]))).toBe(rate(kinds([0, 1])));
    expect(rate(kinds([0, 24 * 5, 24 * 10, 24 * 15, 24 * 20]))).toBeGreaterThan(4 * rate(kinds([0, 1])));
  });

  it('is also that of an address that only ever meets this target: its own', () => {
    const named = (hours: readonly number[]): number => {
      const own = hours.map((later) =>
        at(noon + later * hour, `n${String(later)}`, { entities: [anAddress(address)] }),
      );
      return rateOfAddress([...month, ...own]);
    };
    expect(named([0, 1, 2])).toBe(named([0, 1]));
    expect(named([0, 24 * 5, 24 * 10, 24 * 15, 24 * 20])).toBeGreaterThan(10 * named([0, 1]));
  });
});

describe('the novelty of a detector on a target', () => {
  const machine = virtualMachine('web-1').toLowerCase();
  const novelty = (days: number, alertType = 'Routine'): number => {
    const daily = numbers(days).map((today) =>
      at(noon + today * day, `r${String(today)}`, { alertType: 'Routine', entities: [anAddress(address)] }),
    );
    const world = worldOf([...daily, ...month, at(noon, 'once', { alertType: 'Once' })]);
    return world.context.rates.novelty(world.evidence('resource', machine), world.columns.typeNames.indexOf(alertType));
  };

  it('is whole for the first two days, and less with every further one', () =>
    expect([1, 2, 3, 5, 11].map((days) => novelty(days))).toEqual([1, 1, 0.5, 0.25, 0.1]));

  it('never falls below a twentieth', () => expect(novelty(30)).toBe(0.05));

  it('is whole for another detector on the same target', () => expect(novelty(30, 'Once')).toBe(1));
});
