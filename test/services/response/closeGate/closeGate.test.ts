import { describe, expect, it } from 'vitest';
import { isClear, openWork, type GateStep } from '../../../../src/services/response/closeGate/closeGate.ts';

function step(title: string, standing: GateStep['standing'], mandatory = true): GateStep {
  return { title, standing, mandatory };
}

describe('what stands against closing an incident', () => {
  it('is nothing where there are no steps', () => {
    expect(isClear(openWork([]))).toBe(true);
  });

  it('is every mandatory step that is open', () => {
    const work = openWork([step('Block the address', 'open'), step('Rotate keys', 'settled')]);
    expect(work).toEqual({ open: ['Block the address'], failing: [] });
    expect(isClear(work)).toBe(false);
  });

  it('is not an optional step that is open', () => {
    expect(isClear(openWork([step('Read about it', 'open', false)]))).toBe(true);
  });

  it('is every verification that fails, even of an optional step', () => {
    const work = openWork([step('Turn on the firewall', 'failing', false), step('Block the address', 'failing')]);
    expect(work).toEqual({ open: [], failing: ['Turn on the firewall', 'Block the address'] });
    expect(isClear(work)).toBe(false);
  });

  it('names a step once that several alerts ask for', () => {
    expect(openWork([step('Rotate keys', 'open'), step('Rotate keys', 'open')]).open).toEqual(['Rotate keys']);
  });
});
