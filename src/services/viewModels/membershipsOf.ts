import type { Alert, AlertKey } from '../../domain/alert.ts';
import type { Apart } from '../../domain/correlation/why/whyApart.ts';
import { memberKeys, type Incident } from '../../domain/incident.ts';
import type { Membership } from '../../protocol/alertPanelModel.ts';
import type { WhyLink } from '../../protocol/whyModel.ts';
import { findIncident } from '../findIncident.ts';
import { accountNames } from './accountNames.ts';
import { apartText } from './apartText.ts';
import { count } from './count.ts';
import { incidentReference } from './incidentReference.ts';
import type { PanelContext } from './panelContext.ts';
import { pairName } from './whyAnswers.ts';
import { whyLinkOf } from './whyLinkOf.ts';

/** The incidents that an alert is in, each with why: the links that lead to it from the incident's first alert. */
export function membershipsOf({ key }: Alert, context: PanelContext): Membership[] {
  const { correlation } = context;
  const incidents = (correlation.incidentsOf.get(key) ?? []).flatMap((id) => findIncident(correlation, id) ?? []);
  return incidents.map((incident) => {
    const why = whyMember(key, incident, context);
    return { incident: incidentReference(incident), ...(why === undefined ? {} : { why }) };
  });
}

/** Undefined until it is known. */
function whyMember(key: AlertKey, incident: Incident, context: PanelContext): Membership['why'] {
  const [first = key] = memberKeys(incident);
  if (key === first) return whyFirst(key, incident, context);
  const comparison = context.why?.comparisons.get(pairName(first, key));
  if (comparison === undefined) return undefined;
  const { path, apart } = comparison;
  if (path === undefined) {
    return { sentence: namedOnly(apart, [first, key], context), links: strongestLink(key, incident, context) };
  }
  const lead = path.length === 1 ? 'One link leads' : `${count(path.length, 'link')} lead`;
  return {
    sentence: `${lead} from the first alert of the incident to this one.`,
    links: path.map((link) => whyLinkOf(link, context)),
  };
}

/** The first alert needs no path; what ties it to the others is its strongest link. */
function whyFirst(key: AlertKey, incident: Incident, context: PanelContext): Membership['why'] {
  const links = strongestLink(key, incident, context);
  const more = links.length === 0 ? '' : ' What ties it most to the others:';
  return { sentence: `It is the first alert of the incident.${more}`, links };
}

function strongestLink(key: AlertKey, { links }: Incident, context: PanelContext): WhyLink[] {
  const own = links.filter(({ from, to }) => from === key || to === key);
  const [strongest] = own.sort((a, b) => b.probability - a.probability || (a.to < b.to ? -1 : 1));
  return strongest === undefined ? [] : [whyLinkOf(strongest, context)];
}

/** No link leads there: the service named it, and what it says itself is another matter. */
function namedOnly(apart: Apart, keys: readonly AlertKey[], { correlation }: PanelContext): string {
  const names = accountNames(keys.flatMap((key) => correlation.alerts.get(key) ?? []));
  const named = 'Defender for Cloud named it in this incident. No links lead to it from the incident’s first alert.';
  return `${named} ${apartText(apart, names)}`;
}
