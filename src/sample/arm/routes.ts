import { changeStatus, getAlert, listAlerts } from './alertOperations.ts';
import { queryResources } from './resourceGraph.ts';
import { simulateAlerts } from './simulate.ts';
import { getSubscription, listLocations, listSubscriptions, listTenants } from './subscriptionOperations.ts';
import {
  deleteSuppressionRule,
  getSuppressionRule,
  listSuppressionRules,
  putSuppressionRule,
} from './suppressionRules.ts';
import type { ArmResponse } from '../armMessage.ts';
import type { Call, SubscriptionCall } from './call.ts';

interface RouteFacts {
  readonly method: string;
  readonly template: string;
  readonly apiVersions: readonly string[];
}

/** What one kind of request is answered by. */
export type Route = RouteFacts &
  (
    | { readonly handle: (call: Call) => ArmResponse }
    | {
        readonly handleSubscription: (call: SubscriptionCall) => ArmResponse;
        /** What the caller must be allowed to do; absent where seeing the subscription is enough. */
        readonly action?: string;
      }
  );

const alertVersions = ['2021-11-01', '2022-01-01'];
const subscription = '/subscriptions/{subscriptionId}';
const security = 'providers/Microsoft.Security';
const scopes = [subscription, `${subscription}/resourceGroups/{resourceGroupName}`];
const rules = `${subscription}/${security}/alertsSuppressionRules`;

const readAlerts = scopes.flatMap((scope): readonly Route[] => {
  const regional = `${scope}/${security}/locations/{ascLocation}/alerts`;
  const regionalRead = 'Microsoft.Security/locations/alerts/read';
  return [
    get(`${scope}/${security}/alerts`, alertVersions, listAlerts, 'Microsoft.Security/alerts/read'),
    get(regional, alertVersions, listAlerts, regionalRead),
    get(`${regional}/{alertName}`, alertVersions, getAlert, regionalRead),
  ];
});

const changeAlerts = scopes.flatMap((scope): readonly Route[] => {
  const alert = `${scope}/${security}/locations/{ascLocation}/alerts/{alertName}`;
  const change = (
    verb: string,
    apiVersions: readonly string[],
    handle: (call: SubscriptionCall) => ArmResponse,
  ): Route => ({
    method: 'POST',
    template: `${alert}/${verb}`,
    apiVersions,
    handleSubscription: handle,
    action: `Microsoft.Security/locations/alerts/${verb}/action`,
  });
  return [
    change('dismiss', alertVersions, changeStatus('Dismissed')),
    change('resolve', alertVersions, changeStatus('Resolved')),
    change('activate', alertVersions, changeStatus('Active')),
    change('inProgress', ['2022-01-01'], changeStatus('InProgress')),
  ];
});

/** Everything that the sample environment answers; whatever stands first wins. */
export const routes: readonly Route[] = [
  { method: 'GET', template: '/tenants', apiVersions: ['2020-01-01', '2022-12-01'], handle: listTenants },
  { method: 'GET', template: '/subscriptions', apiVersions: ['2020-01-01', '2022-12-01'], handle: listSubscriptions },
  get(subscription, ['2020-01-01', '2022-12-01'], getSubscription),
  get(`${subscription}/${security}/locations`, ['2015-06-01-preview'], listLocations),
  {
    method: 'POST',
    template: `${subscription}/${security}/locations/{ascLocation}/alerts/default/simulate`,
    apiVersions: alertVersions,
    handleSubscription: simulateAlerts,
    action: 'Microsoft.Security/locations/alerts/simulate/action',
  },
  ...readAlerts,
  ...changeAlerts,
  get(rules, ['2019-01-01-preview'], listSuppressionRules, 'Microsoft.Security/alertsSuppressionRules/read'),
  get(
    `${rules}/{ruleName}`,
    ['2019-01-01-preview'],
    getSuppressionRule,
    'Microsoft.Security/alertsSuppressionRules/read',
  ),
  {
    method: 'PUT',
    template: `${rules}/{ruleName}`,
    apiVersions: ['2019-01-01-preview'],
    handleSubscription: putSuppressionRule,
    action: 'Microsoft.Security/alertsSuppressionRules/write',
  },
  {
    method: 'DELETE',
    template: `${rules}/{ruleName}`,
    apiVersions: ['2019-01-01-preview'],
    handleSubscription: deleteSuppressionRule,
    action: 'Microsoft.Security/alertsSuppressionRules/delete',
  },
  {
    method: 'POST',
    template: '/providers/Microsoft.ResourceGraph/resources',
    apiVersions: ['2021-03-01', '2022-10-01'],
    handle: queryResources,
  },
];

function get(
  template: string,
  apiVersions: readonly string[],
  handleSubscription: (call: SubscriptionCall) => ArmResponse,
  action?: string,
): Route {
  return { method: 'GET', template, apiVersions, handleSubscription, ...(action !== undefined && { action }) };
}
