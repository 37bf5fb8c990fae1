import { describe, expect, it } from 'vitest';
import type { SharedEvidence } from '../../../src/domain/correlation/correlationLink.ts';
import type { Obstacle } from '../../../src/domain/correlation/why/obstacle.ts';
import type { Apart } from '../../../src/domain/correlation/why/whyApart.ts';
import { apartText } from '../../../src/services/viewModels/apartText.ts';
import { day, hour } from '../../builders/alert.ts';
import { directoryId } from '../../builders/correlationWorld.ts';
import { hostileTexts, invisible } from '../../builders/hostileText.ts';

const shared: readonly SharedEvidence[] = [{ kind: 'address', key: '203.0.113.7', likelihood: 3 }];
const obstacles: Readonly<Record<Obstacle, string>> = {
  otherTenant: 'one of them is linked to alerts of another tenant',
  person: 'you keep alerts that are linked to them apart',
  tooMany: 'the alerts linked to them would be more than 1,000 together, and so many are no attack but a habit',
  tooLong: 'the alerts linked to them would together span more time than an incident may',
  otherActors: 'the two sides name different actors',
  otherTempo: 'the pause between them does not go with how soon the alerts linked to them follow each other',
  strangers: 'what their detectors report is rarely of one attack',
  criesWolf: 'what the detector of one of them reports mostly stands alone',
  newDetector:
    'so many detectors have reported the alerts linked to one of them that yet another is not to be expected',
  manyChances: 'so many alerts are linked to one of them that such a match is often chance',
  crowd: 'so many other alerts about the same lie between them that the two were not compared',
  betterMatch: 'one of them matches other alerts better',
};

/** One of each kind, over what the two share. */
function everyKind(things: readonly SharedEvidence[]): readonly Apart[] {
  return [
    { kind: 'unknown' },
    { kind: 'declaration' },
    { kind: 'sameGroup' },
    { kind: 'excluded' },
    { kind: 'otherTenant' },
    { kind: 'nothingShared' },
    { kind: 'noTime', shared: things },
    { kind: 'commonProperty', shared: things },
    { kind: 'stopped', shared: things },
    { kind: 'gap', gap: day, shared: things },
    { kind: 'byChance', gap: day, shared: things },
    { kind: 'weak', gap: hour, probability: 0.4, needed: 0.55, actorsDiffer: true, strangers: false, shared: things },
    ...(Object.keys(obstacles) as Obstacle[]).map((obstacle): Apart => ({
      kind: 'otherGroup',
      probability: 0.7,
      obstacle,
      shared: things,
    })),
  ];
}

describe('what kept two alerts apart, in words', () => {
  it('is a sentence of its own for each kind', () => {
    const sentences = everyKind(shared).map((apart) => apartText(apart, new Map()));
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('names what both name, the gap, differing actors, and how likely is not enough', () =>
    expect(
      apartText(
        { kind: 'weak', gap: hour, probability: 0.4, needed: 0.55, actorsDiffer: true, strangers: false, shared },
        new Map(),
      ),
    ).toBe(
      'Both name the address 203.0.113.7, 60 minutes apart, and the two name different actors: ' +
        '40% likely to be one attack, where 55% is needed.',
    ));

  it('says so when detectors are rarely of one attack', () =>
    expect(
      apartText(
        { kind: 'weak', gap: hour, probability: 0.4, needed: 0.55, actorsDiffer: false, strangers: true, shared },
        new Map(),
      ),
    ).toContain('60 minutes apart, and what their detectors report is rarely of one attack: 40% likely'));

  it.each(Object.entries(obstacles))('says what stood between two groups: %s', (obstacle, words) =>
    expect(apartText({ kind: 'otherGroup', probability: 0.7, obstacle: obstacle as Obstacle, shared }, new Map())).toBe(
      `Both name the address 203.0.113.7, which would be enough, but ${words}.`,
    ),
  );

  it('names three things at most, and accounts as the alerts do', () => {
    const things = [1, 2, 3, 4].map((person): SharedEvidence => ({
      kind: 'account',
      key: directoryId(person),
      likelihood: 9,
    }));
    expect(apartText({ kind: 'noTime', shared: things }, new Map([[directoryId(2), 'build-agent']]))).toBe(
      'Both name the service principal aaaaaaaa…, the service principal build-agent and ' +
        'the service principal aaaaaaaa…, but one of them has no time.',
    );
  });

  it.each(hostileTexts)('is display text, with %j as what they share', (text) => {
    for (const apart of everyKind([{ kind: 'command', key: text, likelihood: 3 }])) {
      expect(apartText(apart, new Map())).not.toMatch(invisible);
      expect(apartText(apart, new Map())).not.toContain('\n');
    }
  });
});
