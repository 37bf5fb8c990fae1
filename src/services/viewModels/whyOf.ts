import { alertTime } from '../../domain/alert.ts';
import { memberKeys, type Incident } from '../../domain/incident.ts';
import type { WhyModel } from '../../protocol/whyModel.ts';
import { incidentReason } from '../incidentReason.ts';
import { chainedLinks } from './chainedLinks.ts';
import type { PanelContext } from './panelContext.ts';
import { whyLinkOf } from './whyLinkOf.ts';

/** Why the alerts of an incident are one incident: the sentence, and every link with what it rests on. */
export function whyOf(incident: Incident, context: PanelContext): WhyModel {
  const { alerts } = context.correlation;
  const timeOf = (key: string): number | undefined => {
    const alert = alerts.get(key);
    return alert && alertTime(alert);
  };
  const linked = new Set(incident.links.flatMap(({ from, to }) => [from, to]));
  const unlinked = memberKeys(incident).filter((key) => !linked.has(key)).length;
  return {
    sentence: incidentReason(incident, alerts),
    links: chainedLinks(incident.links, timeOf).map((link) => whyLinkOf(link, context)),
    repeated: incident.repeats,
    declaredOnly: unlinked - incident.repeats,
  };
}
