import { alertTime, type AlertKey } from '../../domain/alert.ts';
import type { CorrelationLink, SharedEvidence } from '../../domain/correlation/correlationLink.ts';
import type { EvidenceKindName } from '../../domain/correlation/evidence/evidenceKind.ts';
import { evidenceNoun } from '../../domain/correlation/evidence/evidenceName.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { EntityIcon } from '../../protocol/entityModel.ts';
import type { LinkedAlert, SharedThing, WhyLink } from '../../protocol/whyModel.ts';
import { accountNames, thingName, type AccountNames } from './accountNames.ts';
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

/** A link with both its alerts, and what it rests on, as display text. */
export function whyLinkOf(link: CorrelationLink, context: PanelContext): WhyLink {
  const { from, to, step, probability, stage, company, actorsDiffer } = link;
  const { alerts } = context.correlation;
  const names = accountNames([from, to].flatMap((key) => alerts.get(key) ?? []));
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
    shared: strongest.map((thing) => sharedThing(thing, names)),
    sharedMore: link.shared.length - strongest.length,
    company,
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

function sharedThing(thing: SharedEvidence, names: AccountNames): SharedThing {
  const { kind, key, likelihood, stopped } = thing;
  return {
    icon: icons[kind],
    noun: evidenceNoun(thing),
    name: thingName(thing, names),
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
