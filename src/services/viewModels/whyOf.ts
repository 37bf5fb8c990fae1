import { alertTime, type AlertKey } from '../../domain/alert.ts';
import type { CorrelationLink, SharedEvidence } from '../../domain/correlation/correlationLink.ts';
import { evidenceKinds, type EvidenceKindName } from '../../domain/correlation/evidence/evidenceKind.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { Incident } from '../../domain/incident.ts';
import type { EntityIcon } from '../../protocol/entityModel.ts';
import type { LinkedAlert, SharedThing, WhyLink, WhyModel } from '../../protocol/whyModel.ts';
import { incidentReason } from '../incidentReason.ts';
import { chainedLinks } from './chainedLinks.ts';
import { evidenceName } from './evidenceName.ts';
import type { PanelContext } from './panelContext.ts';
import { severityOfAlert } from './severityOf.ts';

/** Two alerts may share thousands of things; the strongest tell the story. */
const sharedShown = 6;

const icons: Readonly<Record<EvidenceKindName, EntityIcon>> = {
  session: 'history',
  fileHash: 'key',
  address: 'globe',
  domain: 'link',
  account: 'account',
  resource: 'azure',
  file: 'file',
  command: 'server-process',
  workload: 'package',
  privateAddress: 'plug',
};

/** Why the alerts of an incident are one incident: the sentence, and every link with what it rests on. */
export function whyOf(incident: Incident, context: PanelContext): WhyModel {
  const linked = new Set(incident.links.flatMap(({ from, to }) => [from, to]));
  const unlinked = incident.members.filter((member) => member.kind === 'alert' && !linked.has(member.alertKey));
  const repeated = unlinked.filter((member) => member.kind === 'alert' && member.reason.kind === 'repeated').length;
  return {
    sentence: incidentReason(incident),
    links: chainedLinks(incident.links, (key) => timeOf(key, context)).map((link) => whyLink(link, context)),
    repeated,
    declaredOnly: unlinked.length - repeated,
  };
}

function whyLink(link: CorrelationLink, context: PanelContext): WhyLink {
  const { from, to, step, probability, stage, actorsDiffer } = link;
  const timed = timeOf(from, context) !== undefined && timeOf(to, context) !== undefined;
  // Hubs have the likelihood 1, so that they come last by themselves.
  const strongest = [...link.shared].sort((a, b) => b.likelihood - a.likelihood).slice(0, sharedShown);
  return {
    from: linkedAlert(from, context),
    to: linkedAlert(to, context),
    step,
    strength: strengthOf(probability),
    probability,
    stage,
    shared: strongest.map(sharedThing),
    sharedMore: link.shared.length - strongest.length,
    actorsDiffer,
    ...(timed ? { gap: link.gap } : {}),
  };
}

/** Probability in words that a person would use; the panel has the figure beside it. */
function strengthOf(probability: number): WhyLink['strength'] {
  if (probability >= 0.95) return 'veryLikely';
  if (probability >= 0.75) return 'likely';
  return probability >= 0.5 ? 'possible' : 'weak';
}

function sharedThing({ kind, key, likelihood, stopped }: SharedEvidence): SharedThing {
  return {
    icon: icons[kind],
    noun: evidenceKinds[kind].noun,
    name: evidenceName(kind, key),
    key: displayLabel(key, 600),
    likelihood,
    counts: likelihood > 1,
    stopped: stopped === true,
  };
}

function linkedAlert(key: AlertKey, context: PanelContext): LinkedAlert {
  const alert = context.correlation.alerts.get(key);
  if (alert === undefined) return { title: 'Alert that is no longer listed' };
  return { title: displayLabel(alert.displayName), alertKey: alert.key, severity: severityOfAlert(alert) };
}

function timeOf(key: AlertKey, context: PanelContext): number | undefined {
  const alert = context.correlation.alerts.get(key);
  return alert === undefined ? undefined : alertTime(alert);
}
