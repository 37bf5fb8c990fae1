import { PageNumbering } from '../wire/pageNumbering.ts';
import { renderAlert } from '../wire/renderAlert.ts';
import { pageOf } from './alertPages.ts';
import { emptyAnswer, originalRequests, readAnswer } from './answers.ts';
import { alertNotFound, badRequest, resourceGroupNotFound } from './errors.ts';
import type { ArmResponse } from '../armMessage.ts';
import type { SampleStatus } from '../wire/alertDraft.ts';
import type { AlertsApiVersion } from '../wire/renderAlert.ts';
import type { AlertScope } from './alertStore.ts';
import type { SubscriptionCall } from './call.ts';

/** One page of the alerts of a subscription or resource group, in all regions or in one. */
export function listAlerts(call: SubscriptionCall): ArmResponse {
  const { session, path, apiVersion } = call;
  const scope = scopeOf(call);
  if (scope.resourceGroup !== undefined && !groupExists(call, scope.resourceGroup)) {
    return resourceGroupNotFound(session, scope.resourceGroup);
  }
  const page = pageOf(session.alerts.list(scope), path, apiVersion, call.query['$skiptoken']);
  if (page === undefined) return badRequest(session, 'BadRequest', 'The skip token is not valid.');
  const numbering = new PageNumbering();
  const body = {
    value: page.alerts.map((alert) => renderAlert(alert, versionOf(call), numbering)),
    ...(page.skipToken !== undefined && { nextLink: nextLinkOf(call, page.skipToken) }),
  };
  return readAnswer(session, body, originalRequests(session, page.regionCount));
}

export function getAlert(call: SubscriptionCall): ArmResponse {
  const { session } = call;
  const name = call.parameters['alertName'] ?? '';
  const alert = session.alerts.find(scopeOf(call), name);
  if (alert === undefined) return alertNotFound(session, name);
  return readAnswer(session, renderAlert(alert, versionOf(call), new PageNumbering()));
}

/** The operation that brings an alert into a status. The next read shows it; the real service may need some seconds. */
export function changeStatus(status: SampleStatus): (call: SubscriptionCall) => ArmResponse {
  return (call) => {
    const { session } = call;
    const name = call.parameters['alertName'] ?? '';
    const alert = session.alerts.find(scopeOf(call), name);
    if (alert === undefined) return alertNotFound(session, name);
    session.alerts.setStatus(alert, status);
    return emptyAnswer(session, 204);
  };
}

function scopeOf({ subscription, parameters }: SubscriptionCall): AlertScope {
  return {
    subscriptionId: subscription.subscriptionId,
    resourceGroup: parameters['resourceGroupName'],
    region: parameters['ascLocation'],
  };
}

function groupExists({ session, subscription }: SubscriptionCall, resourceGroup: string): boolean {
  return session.alerts.hasResourceGroup(subscription.subscriptionId, resourceGroup);
}

/** Routing lets only these two versions through. */
function versionOf(call: SubscriptionCall): AlertsApiVersion {
  return call.apiVersion === '2021-11-01' ? '2021-11-01' : '2022-01-01';
}

function nextLinkOf({ session, path, apiVersion }: SubscriptionCall, skipToken: string): string {
  const token = encodeURIComponent(skipToken).replaceAll(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase());
  return `${session.endpoint}${path}?api-version=${apiVersion}&%24skiptoken=${token}`;
}
