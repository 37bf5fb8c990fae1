import type { CorrelationLink } from '../correlationLink.ts';
import { evidenceKinds, type EvidenceKindName } from '../evidence/evidenceKind.ts';
import { evidenceName } from '../evidence/evidenceName.ts';

const mentioned = 3;
const minute = 60_000;

/** A length of time in the two words that matter: "3 hours", "2 days". @param milliseconds not negative. */
function span(milliseconds: number): string {
  const minutes = Math.round(milliseconds / minute);
  if (minutes < 2) return 'a minute';
  if (minutes < 120) return `${String(minutes)} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${String(hours)} hours` : `${String(Math.round(hours / 24))} days`;
}

/**
 * Why the alerts are one incident, in one sentence: what connects most of them, how close in time, how they advance.
 * @param duration from the first to the last activity, milliseconds.
 * @param declared whether the service put them together, too.
 */
export function incidentSentence(
  alerts: number,
  duration: number,
  links: readonly CorrelationLink[],
  declared: boolean,
): string {
  const reasons = commonReasons(links);
  const lead = `${String(alerts)} alerts within ${span(duration)}`;
  const advancing = links.filter(({ stage }) => stage === 'advances').length;
  const order = advancing === 0 ? '' : ', and they advance along the kill chain';
  if (reasons.length === 0)
    return declared ? `${lead} that Defender for Cloud put together${order}.` : `${lead}${order}.`;
  const by = declared ? ' Defender for Cloud says so too.' : '';
  return `${lead} are connected by ${joined(reasons)}${order}.${by}`;
}

/** The evidence behind most links, strongest of them, in words. */
function commonReasons(links: readonly CorrelationLink[]): readonly string[] {
  const found = new Map<string, { readonly text: string; weight: number }>();
  for (const { shared } of links) {
    for (const { kind, key, likelihood } of shared) {
      if (likelihood <= 1) continue;
      const id = `${kind} ${key}`;
      const known = found.get(id);
      if (known === undefined) found.set(id, { text: reasonText(kind, key), weight: Math.log(likelihood) });
      else known.weight += Math.log(likelihood);
    }
  }
  return [...found]
    .sort(([idA, a], [idB, b]) => b.weight - a.weight || (idA < idB ? -1 : 1))
    .slice(0, mentioned)
    .map(([, { text }]) => text);
}

function reasonText(kind: EvidenceKindName, key: string): string {
  return `the ${evidenceKinds[kind].noun} ${evidenceName(kind, key)}`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
