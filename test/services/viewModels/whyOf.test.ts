import { describe, expect, it } from 'vitest';
import type { CorrelationLink, SharedEvidence } from '../../../src/domain/correlation/correlationLink.ts';
import { evidenceKindNames } from '../../../src/domain/correlation/evidence/evidenceKind.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import { whyModel } from '../../../src/protocol/whyModel.ts';
import { whyOf } from '../../../src/services/viewModels/whyOf.ts';
import { hour, minute, noon, virtualMachine } from '../../builders/alert.ts';
import { attackStory } from '../../builders/attackStory.ts';
import { hostileTexts, invisible, stringsIn } from '../../builders/hostileText.ts';
import { aLink, aLinkedIncident } from '../../builders/linkedIncident.ts';
import { aPanelContext } from '../../builders/panelContext.ts';

const context = aPanelContext(attackStory());
const incident = aLinkedIncident(context);

function whyWith(wish: Partial<Incident>) {
  return whyOf({ ...incident, ...wish }, context);
}

function linkWith(wish: Partial<CorrelationLink>) {
  const [link] = whyWith({ links: [aLink('brute', 'miner', wish)] }).links;
  if (link === undefined) throw new Error('A link in gives a link out');
  return link;
}

describe('why these alerts', () => {
  it('is one sentence and a link for each that correlation made, chains together', () => {
    const { sentence, links } = whyOf(incident, context);
    expect(sentence).toMatch(/^5 alerts within 5 hours share the address 203\.0\.113\.77/);
    expect(links.map(({ from, to }) => `${from.title} → ${to.title}`)).toEqual([
      'Successful SSH brute-force attack → Digital currency mining process started',
      'Digital currency mining process started → Communication with a suspicious domain',
      'Successful SSH brute-force attack → Suspicious scheduled task added',
      'Suspicious scheduled task added → Security incident detected on a compromised machine',
      'Suspicious scheduled task added → Alert that is no longer listed',
    ]);
  });

  it('names both alerts with their keys and severities, what they share, the gap, the stage and the step', () => {
    expect(linkWith({ step: 'secondLook', gap: 5 * minute, actorsDiffer: true })).toEqual({
      from: {
        title: 'Successful SSH brute-force attack',
        alertKey: '2517000000000000000_brute',
        severity: { level: 'High' },
      },
      to: {
        title: 'Digital currency mining process started',
        alertKey: '2517000000000000000_miner',
        severity: { level: 'High' },
      },
      step: 'secondLook',
      strength: 'veryLikely',
      probability: 0.997,
      gap: 5 * minute,
      stage: 'advances',
      shared: [
        {
          icon: 'globe',
          noun: 'address',
          name: '203.0.113.77',
          key: '203.0.113.77',
          likelihood: 403.4,
          counts: true,
          stopped: false,
        },
        {
          icon: 'azure',
          noun: 'resource',
          name: 'shop-web-01',
          key: virtualMachine('shop-web-01').toLowerCase(),
          likelihood: 77.9,
          counts: true,
          stopped: false,
        },
      ],
      sharedMore: 0,
      company: 1,
      actorsDiffer: true,
    });
  });

  it.each([
    [1, 'veryLikely'],
    [0.95, 'veryLikely'],
    [0.949, 'likely'],
    [0.75, 'likely'],
    [0.749, 'possible'],
    [0.5, 'possible'],
    [0.499, 'weak'],
    [0, 'weak'],
  ])('calls a probability of %d %s', (probability, strength) => {
    expect(linkWith({ probability }).strength).toBe(strength);
  });

  it('puts hubs after what counts and marks them, and names the strongest six of many', () => {
    const hub: SharedEvidence = { kind: 'address', key: '198.51.100.1', likelihood: 1 };
    const many = [3, 9, 2].map((likelihood): SharedEvidence => ({ kind: 'domain', key: 'd.example', likelihood }));
    expect(linkWith({ shared: [hub, ...many] }).shared.map(({ likelihood, counts }) => [likelihood, counts])).toEqual([
      [9, true],
      [3, true],
      [2, true],
      [1, false],
    ]);
    const { shared, sharedMore } = linkWith({ shared: Array.from({ length: 2000 }, () => hub) });
    expect([shared.length, sharedMore]).toEqual([6, 1994]);
  });

  it('knows no gap where it does not know when an alert was', () => {
    const [brute, ...others] = attackStory();
    const { startTime: _, endTime: __, ...timeless } = brute ?? expect.fail('The story has alerts');
    const [link] = whyOf(
      { ...incident, links: [aLink('brute', 'miner', { gap: 0 })] },
      aPanelContext([timeless, ...others]),
    ).links;
    expect(link).not.toHaveProperty('gap');
    expect(linkWith({ gap: 0 }).gap).toBe(0);
  });

  it('counts the alerts that no link reaches: repeats of one that has a link, and those that only the service names', () => {
    const [brute, ...others] = attackStory();
    if (brute === undefined) throw new Error('The story has alerts');
    const again = { ...brute, key: '2517000000000000000_again', startTime: noon - 3 * hour };
    const named = (alertKey: string) => ({ kind: 'alert', alertKey, reason: { kind: 'declaredByService' } }) as const;
    const members: Incident['members'] = [
      named(brute.key),
      named(again.key),
      named('2517000000000000000_cron'),
      { kind: 'missing', displayName: 'Gone', severity: 'Low' },
    ];
    const { repeated, declaredOnly } = whyOf(
      { ...incident, members, links: [aLink('brute', 'miner')], repeats: 1 },
      aPanelContext([brute, again, ...others]),
    );
    expect([repeated, declaredOnly]).toEqual([1, 1]);
  });

  it.each(hostileTexts)('is display text, with %j in every key, title and sentence', (text) => {
    const alerts = attackStory().map((alert) => ({ ...alert, displayName: text }));
    const shared = evidenceKindNames.map((kind, at): SharedEvidence => ({ kind, key: text, likelihood: at }));
    const links = [
      aLink('brute', 'miner', { shared: shared.slice(0, 6) }),
      aLink('miner', 'beacon', { shared: shared.slice(5) }),
    ];
    const why = whyOf({ ...incident, sentence: text, links }, aPanelContext(alerts));
    expect(whyModel(why)).toBe(true);
    for (const [path, shown] of stringsIn(why)) {
      expect(shown, path).not.toMatch(invisible);
      expect(shown, path).not.toContain('\n');
    }
  });
});
