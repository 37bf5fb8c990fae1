import { describe, expect, it } from 'vitest';
import { coverageText, planTitle } from '../../src/services/planText.ts';
import { hostileTexts } from '../builders/hostileText.ts';

const plan = (name: string, enabled: boolean) => ({ name, enabled });

describe('the words for plans', () => {
  it('count those that raise alerts', () =>
    expect(coverageText({ plans: [plan('Api', true), plan('Arm', false), plan('CloudPosture', true)] })).toBe(
      '1 of 2 plans on',
    ));

  it('say plainly that Defender is off', () =>
    expect(coverageText({ plans: [plan('Api', false)] })).toBe('Defender is off: no plan can raise an alert'));

  it('are those of the portal, and show a name that nobody knows safely', () => {
    expect(planTitle('VirtualMachines')).toBe('Servers');
    expect(planTitle('constructor')).toBe('constructor');
    for (const text of hostileTexts) expect(planTitle(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\n]/);
  });
});
