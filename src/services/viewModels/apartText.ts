import { assertNever } from '../../domain/assertNever.ts';
import type { SharedEvidence } from '../../domain/correlation/correlationLink.ts';
import { evidenceList } from '../../domain/correlation/evidence/evidenceName.ts';
import { mostEpisodes } from '../../domain/correlation/grouping/groups.ts';
import type { Obstacle } from '../../domain/correlation/why/obstacle.ts';
import type { Apart } from '../../domain/correlation/why/whyApart.ts';
import { durationText } from '../../domain/duration.ts';
import { thingName, type AccountNames } from './accountNames.ts';

const mentioned = 3;

/** What kept two alerts apart, in one sentence of display text. */
export function apartText(apart: Apart, names: AccountNames): string {
  switch (apart.kind) {
    case 'unknown':
      return 'It is no longer in the list.';
    case 'declaration':
      return 'One of the two is an incident of Defender for Cloud itself, not a step of an attack.';
    case 'sameGroup':
      return 'They belong together, but what they belong to makes no incident.';
    case 'excluded':
      return 'Alerts of the type of one of the two are excluded from correlation by your settings.';
    case 'person':
      return 'You keep the two apart.';
    case 'otherTenant':
      return 'It belongs to another tenant.';
    case 'nothingShared':
      return 'The two name nothing in common.';
    case 'noTime':
      return `Both name ${namesOf(apart.shared, names)}, but one of them has no time.`;
    case 'commonProperty':
      return `Both name ${namesOf(apart.shared, names)}, which so many alerts name that it proves nothing.`;
    case 'stopped':
      return `Both name ${namesOf(apart.shared, names)}, which is on your stop list and connects nothing.`;
    case 'gap':
      return `Both name ${namesOf(apart.shared, names)}, but ${durationText(apart.gap)} apart: too long to say more.`;
    case 'byChance':
      return `Both name ${namesOf(apart.shared, names)}, but ${durationText(apart.gap)} apart, as often happens by chance.`;
    case 'weak':
      return weakText(apart, names);
    case 'otherGroup':
      return `Both name ${namesOf(apart.shared, names)}, which would be enough, but ${obstacleText(apart.obstacle)}.`;
    default:
      return assertNever(apart);
  }
}

function weakText(apart: Extract<Apart, { kind: 'weak' }>, names: AccountNames): string {
  const { shared, gap, probability, needed, actorsDiffer, strangers } = apart;
  const counting = shared.filter(({ likelihood }) => likelihood > 1);
  const against = [
    actorsDiffer ? ', and the two name different actors' : '',
    strangers ? ', and what their detectors report is rarely of one attack' : '',
  ].join('');
  return (
    `Both name ${namesOf(counting, names)}, ${durationText(gap)} apart${against}: ` +
    `${percent(probability)} likely to be one attack, where ${percent(needed)} is needed.`
  );
}

function obstacleText(obstacle: Obstacle): string {
  switch (obstacle) {
    case 'otherTenant':
      return 'one of them is linked to alerts of another tenant';
    case 'person':
      return 'you keep alerts that are linked to them apart';
    case 'tooMany':
      return `the alerts linked to them would be more than ${mostEpisodes.toLocaleString('en')} together, and so many are no attack but a habit`;
    case 'tooLong':
      return 'the alerts linked to them would together span more time than an incident may';
    case 'otherActors':
      return 'the two sides name different actors';
    case 'otherTempo':
      return 'the pause between them does not go with how soon the alerts linked to them follow each other';
    case 'strangers':
      return 'what their detectors report is rarely of one attack';
    case 'criesWolf':
      return 'what the detector of one of them reports mostly stands alone';
    case 'newDetector':
      return 'so many detectors have reported the alerts linked to one of them that yet another is not to be expected';
    case 'manyChances':
      return 'so many alerts are linked to one of them that such a match is often chance';
    case 'crowd':
      return 'so many other alerts about the same lie between them that the two were not compared';
    case 'betterMatch':
      return 'one of them matches other alerts better';
    default:
      return assertNever(obstacle);
  }
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))}%`;
}

function namesOf(shared: readonly SharedEvidence[], names: AccountNames): string {
  return evidenceList(shared.slice(0, mentioned), (thing) => thingName(thing, names));
}
