import { alertTime, type AlertKey } from '../../domain/alert.ts';
import type { CorrelationLink, CorrelationTie, SharedEvidence } from '../../domain/correlation/correlationLink.ts';
import type { EvidenceKindName } from '../../domain/correlation/evidence/evidenceKind.ts';
import { evidenceNoun } from '../../domain/correlation/evidence/evidenceName.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { EntityIcon } from '../../protocol/entityModel.ts';
import type { LinkedAlert, SharedThing, WhyLink, WhyTie } from '../../protocol/whyModel.ts';
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
  const { from, to, step } = link;
  return {
    from: linkedAlert(from, context),
    to: linkedAlert(to, context),
    step,
    ...whyTieOf(link, from, to, context),
  };
}

/** What two alerts have to do with each other, as display text. */
export function whyTieOf(tie: CorrelationTie, from: AlertKey, to: AlertKey, context: PanelContext): WhyTie {
  const alerts = [from, to].flatMap((key) => context.correlation.alerts.get(key) ?? []);
  const names = accountNames(alerts);
  const timed = alerts.length === 2 && alerts.every((alert) => alertTime(alert) !== undefined);
  // Hubs have the likelihood 1, so that they come last by themselves.
  const strongest = [...tie.shared].sort((a, b) => b.likelihood - a.likelihood).slice(0, sharedShown);
  return {
    strength: strengthOf(tie.probability),
    probability: tie.probability,
    stage: tie.stage,
    shared: strongest.map((thing) => sharedThing(thing, names)),
    sharedMore: tie.shared.length - strongest.length,
    company: tie.company,
    actorsDiffer: tie.actorsDiffer,
    ...(timed ? { gap: tie.gap } : {}),
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
