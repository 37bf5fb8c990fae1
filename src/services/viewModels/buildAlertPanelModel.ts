import { azureResourceIds, lastActivityTime, alertTime, type Alert } from '../../domain/alert.ts';
import { deriveActivity } from '../../domain/activity.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { tacticLabel } from '../../domain/killChain.ts';
import type { AlertPanelModel } from '../../protocol/alertPanelModel.ts';
import type { FactModel } from '../../protocol/factModel.ts';
import type { NoticeModel } from '../../protocol/noticeModel.ts';
import { alertActions } from '../statusActions.ts';
import { snoozeNotice, triageOf } from './triageOf.ts';
import type { PanelHeader } from '../../protocol/panelHeader.ts';
import { alertPortalLink } from '../portalLink.ts';
import { activityOf } from './activityOf.ts';
import type { BuiltPanel } from './builtPanel.ts';
import { checklistModelOf } from './checklistGroups.ts';
import { entityGroups } from './entityGroups.ts';
import { evidenceOf } from './evidenceOf.ts';
import { codeFact, facts, textFact, timeFact, wireFact } from './fact.ts';
import { killChainOf } from './killChainOf.ts';
import { longText } from './longText.ts';
import { membershipsOf } from './membershipsOf.ts';
import { PanelActionTable } from './panelActions.ts';
import type { PanelContext } from './panelContext.ts';
import { preventionOf } from './preventionOf.ts';
import { rightsFact } from './rightsFact.ts';
import { resourceFacts } from './resourceFacts.ts';
import { isSample, sampleNotice } from './sampleNotice.ts';
import { aloneOf } from './aloneOf.ts';
import { severityOfAlert, statusLabel } from './severityOf.ts';
import { subscriptionFact } from './subscriptionFact.ts';

/** Everything the alert panel shows at this moment, as display text, and what its ids stand for. */
export function buildAlertPanelModel(alert: Alert, context: PanelContext): BuiltPanel<AlertPanelModel> {
  const actions = new PanelActionTable(context.portalUrl);
  const alone = aloneOf(alert, context);
  const model: AlertPanelModel = {
    kind: 'alert',
    id: alert.key,
    header: header(alert, context, actions),
    description: longText('description', alert.description, context.shownInFull),
    killChain: killChainOf(alert.tactics),
    facts: alertFacts(alert, context, actions),
    incidents: membershipsOf(alert, context),
    ...(alone === undefined ? {} : { alone }),
    checklist: checklistModelOf([alert], context, actions),
    prevention: preventionOf(azureResourceIds(alert), context, actions),
    ...(context.runbooks === undefined ? {} : { runbooks: context.runbooks }),
    entities: entityGroups(alert, context, actions),
    properties: alert.extendedProperties.flatMap(({ name, value }) => facts(wireFact(name, value, actions))),
    evidence: evidenceOf(alert.supportingEvidence, actions),
    links: alert.extendedLinks.map(({ label, href }) => actions.link(label, href)),
    additional: Object.entries(alert.additional ?? {}).flatMap(([name, value]) =>
      facts(wireFact(name, value, actions)),
    ),
  };
  return { model, actions, checklistAlerts: [alert] };
}

function header(alert: Alert, context: PanelContext, actions: PanelActionTable): PanelHeader {
  const first = alertTime(alert);
  const last = lastActivityTime(alert);
  return {
    kicker: alert.isIncident ? 'Security incident (as an alert)' : 'Alert',
    icon: 'alert',
    title: displayLabel(alert.displayName),
    severity: severityOfAlert(alert),
    status: statusLabel(alert),
    activity: activityOf(deriveActivity([alert], context.now)),
    notices: [...snoozeNotice({ kind: 'alert', id: alert.key }, context), ...notices(alert, context)],
    links: [actions.link('Open in Azure portal', alertPortalLink(alert, context.portalUrl))],
    copies: [{ copyId: actions.copy(alert.systemAlertId), label: 'Copy ID' }],
    triage: triageOf(
      alert.key,
      alertActions(alert, (id) => context.rightsIn(id)),
      context,
    ),
    ...(first === undefined ? {} : { firstActivity: first }),
    ...(last === undefined ? {} : { lastActivity: last }),
  };
}

function notices(alert: Alert, context: PanelContext): NoticeModel[] {
  const partial = context.notices.get(alert.subscriptionId);
  const unreadable = (alert.unreadable ?? []).map((name) => displayLabel(name, 60));
  return [
    ...(partial === undefined ? [] : [partial]),
    ...(unreadable.length === 0
      ? []
      : [
          {
            tone: 'warning' as const,
            text: `The service sent fields in a form that cannot be read: ${unreadable.join(', ')}.`,
          },
        ]),
    ...(isSample(alert) ? [sampleNotice] : []),
  ];
}

function alertFacts(alert: Alert, context: PanelContext, actions: PanelActionTable): FactModel[] {
  const tactics = [...alert.tactics.map(tacticLabel), ...(alert.unrecognized?.intents ?? []).map(unknownTactic)];
  return [
    ...resourceFacts(alert, context, actions),
    ...facts(
      textFact('Compromised entity', alert.compromisedEntity),
      textFact('Tactics', ...tactics),
      textFact(
        'Techniques',
        ...alert.techniques.map((id) => displayLabel(id)),
        ...alert.subTechniques.map((id) => displayLabel(id)),
      ),
    ),
    subscriptionFact(alert.subscriptionId, context, actions),
    ...facts(
      rightsFact(context.rightsIn(alert.subscriptionId)),
      textFact('Resource group', alert.resourceGroup),
      textFact('Product', alert.productName),
      textFact('Component', alert.productComponentName),
      textFact('Vendor', alert.vendorName),
      codeFact('Alert type', alert.alertType, actions),
      codeFact('Alert ID', alert.systemAlertId, actions),
      textFact('Security location', alert.location),
      timeFact('Reported', alert.generatedTime),
      timeFact('Processed', alert.processingEndTime),
      codeFact('Correlation key', alert.correlationKey, actions),
      textFact('Format version', alert.version),
    ),
  ];
}

function unknownTactic(word: string): string {
  return `${displayLabel(word, 60)} (unknown tactic)`;
}
