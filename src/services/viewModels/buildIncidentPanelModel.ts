import { azureResourceIds, type Alert } from '../../domain/alert.ts';
import type { MadeCorrection } from '../../domain/correlation/corrections/correction.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { Incident } from '../../domain/incident.ts';
import { foldResourceId, parseResourceId } from '../../domain/resourceId.ts';
import type { IncidentPanelModel, MadeCorrectionModel, ResourceRow } from '../../protocol/incidentPanelModel.ts';
import type { LinkModel } from '../../protocol/linkModel.ts';
import type { NoticeModel } from '../../protocol/noticeModel.ts';
import { incidentActions } from '../statusActions.ts';
import { snoozeNotice, triageOf } from './triageOf.ts';
import type { PanelHeader } from '../../protocol/panelHeader.ts';
import { alertPortalLink, alertsPortalLink } from '../portalLink.ts';
import { correctionText } from '../corrections/correctionText.ts';
import { correctionsOf } from '../corrections/correctionsOf.ts';
import { alertRows, memberAlerts } from './alertRows.ts';
import { checklistModelOf } from './checklistGroups.ts';
import { count } from './count.ts';
import { facts, textFact } from './fact.ts';
import { incidentAccounts } from './incidentAccounts.ts';
import { incidentActivity } from './incidentActivity.ts';
import { incidentAddresses } from './incidentAddresses.ts';
import { incidentTrigger } from './incidentTrigger.ts';
import { killChainOf } from './killChainOf.ts';
import { longText } from './longText.ts';
import type { BuiltPanel } from './builtPanel.ts';
import { PanelActionTable } from './panelActions.ts';
import type { PanelContext } from './panelContext.ts';
import { portalResourceUrl } from './portalLinks.ts';
import { preventionOf } from './preventionOf.ts';
import { resourceName, resourceTypeLabel } from './resourceLabel.ts';
import { isSample, sampleNotice } from './sampleNotice.ts';
import { severityOf, statusLabel } from './severityOf.ts';
import { subscriptionFact } from './subscriptionFact.ts';
import { whyOf } from './whyOf.ts';

const correlatedBy: Readonly<Record<Incident['origin'], string>> = {
  service: 'Defender for Cloud',
  local: 'This extension',
  mixed: 'Defender for Cloud and this extension',
};

/** Everything the incident panel shows at this moment, as display text, and what its ids stand for. */
export function buildIncidentPanelModel(incident: Incident, context: PanelContext): BuiltPanel<IncidentPanelModel> {
  const actions = new PanelActionTable(context.portalUrl);
  const declaration =
    incident.declaredBy === undefined ? undefined : context.correlation.alerts.get(incident.declaredBy);
  const members = memberAlerts(incident, context);
  const all = declaration === undefined ? members : [declaration, ...members];
  const trigger = incidentTrigger(incident, declaration, members);
  const model: IncidentPanelModel = {
    kind: 'incident',
    id: incident.id,
    header: header(incident, declaration, members, context, actions),
    pinned: incident.pinned === true,
    score: incident.score,
    trigger: longText('trigger', trigger.text, context.shownInFull),
    triggerFromService: trigger.fromService,
    killChain: killChainOf(incident.tactics),
    facts: [
      subscriptionFact(incident.subscriptionId, context, actions),
      ...facts(
        textFact('Product', ...distinct(all.map(({ productName }) => productName))),
        textFact('Component', ...distinct(all.map(({ productComponentName }) => productComponentName))),
        textFact('Correlated by', correlatedBy[incident.origin]),
      ),
    ],
    resources: incident.resourceIds.map((id) => resourceRow(id, members, context, actions)),
    addresses: incidentAddresses(all),
    accounts: incidentAccounts(all),
    alerts: alertRows(incident, context),
    why: whyOf(incident, context),
    corrections: correctionsOf(incident, context.corrections).map((made) => correctionModel(made, context)),
    checklist: checklistModelOf([...members, ...(declaration === undefined ? [] : [declaration])], context, actions),
    prevention: preventionOf(incident.resourceIds, context, actions),
    ...(context.record === undefined ? {} : { record: context.record }),
    ...(context.runbooks === undefined ? {} : { runbooks: context.runbooks }),
  };
  return { model, actions, checklistAlerts: all };
}

function correctionModel({ id, at, by, correction }: MadeCorrection, context: PanelContext): MadeCorrectionModel {
  return { correctionId: id, text: correctionText(correction, context.correlation), by: displayLabel(by), at };
}

function header(
  incident: Incident,
  declaration: Alert | undefined,
  members: readonly Alert[],
  context: PanelContext,
  actions: PanelActionTable,
): PanelHeader {
  const all = declaration === undefined ? members : [declaration, ...members];
  return {
    kicker: 'Security incident',
    icon: 'incident',
    title: displayLabel(incident.title),
    severity: severityOf(incident.severity, declaration?.unrecognized?.severity),
    activity: incidentActivity(declaration, members, context.now),
    notices: [...snoozeNotice({ kind: 'incident', id: incident.id }, context), ...notices(incident, members, context)],
    links: [portalLink(declaration, context.portalUrl, actions)],
    copies: [{ copyId: actions.copy(incident.id), label: 'Copy ID' }],
    triage: triageOf(
      incident.id,
      incidentActions(all, (id) => context.rightsIn(id)),
      context,
    ),
    ...(declaration === undefined ? {} : { status: statusLabel(declaration) }),
    ...(incident.firstActivity === undefined ? {} : { firstActivity: incident.firstActivity }),
    ...(incident.lastActivity === undefined ? {} : { lastActivity: incident.lastActivity }),
  };
}

/** An incident that was found here is unknown to the portal; its list of alerts is as near as one gets. */
function portalLink(declaration: Alert | undefined, portalUrl: string, actions: PanelActionTable): LinkModel {
  if (declaration === undefined) return actions.link('Alerts in Azure portal', alertsPortalLink(portalUrl));
  return actions.link('Open in Azure portal', alertPortalLink(declaration, portalUrl));
}

function notices(incident: Incident, members: readonly Alert[], context: PanelContext): NoticeModel[] {
  const missing = incident.members.length - members.length;
  const partial = context.notices.get(incident.subscriptionId);
  return [
    ...(partial === undefined ? [] : [partial]),
    ...(missing === 0
      ? []
      : [
          {
            tone: 'info' as const,
            text: `${count(missing, 'alert')} of ${String(incident.members.length)} ${missing === 1 ? 'is' : 'are'} not in the list; what is shown of ${missing === 1 ? 'it' : 'them'} comes from the incident itself.`,
          },
        ]),
    ...(members.some(isSample) ? [sampleNotice] : []),
  ];
}

function resourceRow(
  id: string,
  members: readonly Alert[],
  context: PanelContext,
  actions: PanelActionTable,
): ResourceRow {
  const parsed = parseResourceId(id);
  const tenantId = parsed === undefined ? undefined : context.subscriptions.get(parsed.subscriptionId)?.tenantId;
  const url = portalResourceUrl(context.portalUrl, id, tenantId);
  const folded = foldResourceId(id);
  const hits = members.filter((alert) => azureResourceIds(alert).some((other) => foldResourceId(other) === folded));
  return {
    name: resourceName(id),
    type: resourceTypeLabel(id),
    id: displayLabel(id, 500),
    alerts: hits.length,
    ...(url === undefined ? {} : { link: actions.link(`Open ${resourceName(id)} in Azure portal`, url) }),
    ...(parsed?.resourceGroup === undefined ? {} : { scope: displayLabel(parsed.resourceGroup) }),
  };
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[];
}
