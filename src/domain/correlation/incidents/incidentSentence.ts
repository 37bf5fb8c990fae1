import { durationText } from '../../duration.ts';
import type { CorrelationLink } from '../correlationLink.ts';
import { evidenceList, type NamedThing } from '../evidence/evidenceName.ts';

const mentioned = 3;

/**
 * Why the alerts are one incident, in one sentence: what connects most of them, how close in time, how they advance.
 * @param alerts how many of its alerts are in the list.
 * @param duration from the first to the last activity, milliseconds.
 * @param declared whether the service put them together, too.
 */
export function incidentSentence(
  alerts: number,
  duration: number,
  links: readonly CorrelationLink[],
  declared: boolean,
): string {
  if (alerts < 2 && !declared) return 'A person made an incident of this alert.';
  if (alerts < 2)
    return `Defender for Cloud put it together; ${alerts === 1 ? 'one' : 'none'} of its alerts is in the list.`;
  const reasons = commonReasons(links);
  const lead = `${String(alerts)} alerts within ${durationText(duration)}`;
  const advancing = links.filter(({ stage }) => stage === 'advances').length;
  const order = advancing === 0 ? '' : ', and they advance along the kill chain';
  const person = links.some(({ step }) => step === 'person');
  const byPerson = person ? ' A person put some of them together.' : '';
  if (reasons.length === 0) {
    if (declared) return `${lead} that Defender for Cloud put together${order}.${byPerson}`;
    return person ? `${lead} that a person put together${order}.` : `${lead}${order}.`;
  }
  const by = declared ? ' Defender for Cloud says so too.' : '';
  return `${lead} are connected by ${evidenceList(reasons)}${order}.${by}${byPerson}`;
}

/** The evidence behind most links, strongest of them first. */
function commonReasons(links: readonly CorrelationLink[]): readonly NamedThing[] {
  const found = new Map<string, { readonly thing: NamedThing; weight: number }>();
  for (const { shared } of links) {
    for (const { kind, key, likelihood } of shared) {
      if (likelihood <= 1) continue;
      const id = `${kind} ${key}`;
      const known = found.get(id);
      if (known === undefined) found.set(id, { thing: { kind, key }, weight: Math.log(likelihood) });
      else known.weight += Math.log(likelihood);
    }
  }
  return [...found]
    .sort(([idA, a], [idB, b]) => b.weight - a.weight || (idA < idB ? -1 : 1))
    .slice(0, mentioned)
    .map(([, { thing }]) => thing);
}
