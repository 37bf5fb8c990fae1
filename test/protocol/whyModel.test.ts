import { describe, expect, it } from 'vitest';
import { whyModel, type WhyModel } from '../../src/protocol/whyModel.ts';

const link = {
  from: { title: 'Sign-in', alertKey: 'a', severity: { level: 'High' } },
  to: { title: 'Alert that is no longer listed' },
  step: 'core',
  strength: 'likely',
  probability: 0.9,
  stage: 'advances',
  shared: [
    {
      icon: 'globe',
      noun: 'address',
      name: '203.0.113.7',
      key: '203.0.113.7',
      likelihood: 30,
      counts: true,
      stopped: false,
    },
  ],
  sharedMore: 0,
  company: 1,
  actorsDiffer: false,
  gap: 0,
} as const;
const why: WhyModel = { sentence: 'Because.', links: [link], repeated: 0, declaredOnly: 0 };

describe('why the alerts of an incident are one', () => {
  it('crosses the wire whole, without links, and with a link of unknown time', () => {
    const { gap: _, ...timeless } = link;
    expect([why, { ...why, links: [] }, { ...why, links: [timeless] }].map(whyModel)).toEqual([true, true, true]);
  });

  it.each([
    ['an unknown step', { step: 'guess' }],
    ['an unknown strength', { strength: 'certain' }],
    ['an unknown stage', { stage: 'sideways' }],
    ['a probability that is no number', { probability: NaN }],
    ['a shared thing of an unknown icon', { shared: [{ ...link.shared[0], icon: 'flame' }] }],
    ['an alert key of one megabyte', { from: { title: 'x', alertKey: 'k'.repeat(1024 * 1024) } }],
    ['a property that we did not send', { href: 'https://evil.example' }],
  ])('is refused with %s', (_, wrong) => {
    expect(whyModel({ ...why, links: [{ ...link, ...wrong }] })).toBe(false);
  });
});
