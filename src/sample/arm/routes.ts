import { changeStatus, getAlert, listAlerts } from './alertOperations.ts';
import { listPermissions } from './permissions.ts';
import { listPricings } from './pricings.ts';
import { queryResources } from './resourceGraph.ts';
import {
  actOnResource,
  deleteResource,
  getResource,
  getResourceGroup,
  patchResource,
  putResource,
} from './resources.ts';
import { simulateAlerts } from './simulate.ts';
import { getSubscription, listLocations, listSubscriptions, listTenants } from './subscriptionOperations.ts';
import {
  deleteSuppressionRule,
  getSuppressionRule,
  listSuppressionRules,
  putSuppressionRule,
} from './suppressionRules.ts';
import type { ArmResponse } from '../armMessage.ts';
import type { SampleStatus } from '../wire/alertDraft.ts';
import type { Call, SubscriptionCall } from './call.ts';

interface RouteFacts {
  readonly method: string;
  readonly template: string;
  /** `any` where the sample takes whatever a client of resources asks for. */
  readonly apiVersions: readonly string[] | 'any';
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
const ruleVersions = ['2019-01-01-preview'];
const directoryVersions = ['2016-06-01', '2019-11-01', '2020-01-01', '2022-12-01'];
const subscription = '/subscriptions/{subscriptionId}';
const security = 'providers/Microsoft.Security';
const scopes = [subscription, `${subscription}/resourceGroups/{resourceGroupName}`];
const rules = `${subscription}/${security}/alertsSuppressionRules`;

const readAlerts = scopes.flatMap((scope): readonly Route[] => {
  const regional = `${scope}/${security}/locations/{ascLocation}/alerts`;
  const regionalRead = 'Microsoft.Security/locations/alerts/read';
  return [
    route('GET', `${scope}/${security}/alerts`, alertVersions, listAlerts, 'Microsoft.Security/alerts/read'),
    route('GET', regional, alertVersions, listAlerts, regionalRead),
    route('GET', `${regional}/{alertName}`, alertVersions, getAlert, regionalRead),
  ];
});

const changeAlerts = scopes.flatMap((scope): readonly Route[] => {
  const change = (verb: string, apiVersions: readonly string[], status: SampleStatus): Route => {
    const template = `${scope}/${security}/locations/{ascLocation}/alerts/{alertName}/${verb}`;
    return route(
      'POST',
      template,
      apiVersions,
      changeStatus(status),
      `Microsoft.Security/locations/alerts/${verb}/action`,
    );
  };
  return [
    change('dismiss', alertVersions, 'Dismissed'),
    change('resolve', alertVersions, 'Resolved'),
    change('activate', alertVersions, 'Active'),
    change('inProgress', ['2022-01-01'], 'InProgress'),
  ];
});

const simulate = route(
  'POST',
  `${subscription}/${security}/locations/{ascLocation}/alerts/default/simulate`,
  alertVersions,
  simulateAlerts,
  'Microsoft.Security/locations/alerts/simulate/action',
);

/** Resources that alerts are about, for the tools and the checks of remediation steps. */
const resource = `${subscription}/resourceGroups/{resourceGroupName}/providers/{+resource}`;
const resources = [
  route('GET', `${subscription}/resourceGroups/{resourceGroupName}`, 'any', getResourceGroup),
  route('GET', resource, 'any', getResource),
  route('PUT', resource, 'any', putResource),
  route('PATCH', resource, 'any', patchResource),
  route('DELETE', resource, 'any', deleteResource),
  route('POST', resource, 'any', actOnResource),
];

const suppressionRules = [
  route('GET', rules, ruleVersions, listSuppressionRules, 'Microsoft.Security/alertsSuppressionRules/read'),
  route(
    'GET',
    `${rules}/{ruleName}`,
    ruleVersions,
    getSuppressionRule,
    'Microsoft.Security/alertsSuppressionRules/read',
  ),
  route(
    'PUT',
    `${rules}/{ruleName}`,
    ruleVersions,
    putSuppressionRule,
    'Microsoft.Security/alertsSuppressionRules/write',
  ),
  route(
    'DELETE',
    `${rules}/{ruleName}`,
    ruleVersions,
    deleteSuppressionRule,
    'Microsoft.Security/alertsSuppressionRules/delete',
  ),
];

/** Everything that the sample environment answers; whatever stands first wins. */
export const routes: readonly Route[] = [
  { method: 'GET', template: '/tenants', apiVersions: directoryVersions, handle: listTenants },
  { method: 'GET', template: '/subscriptions', apiVersions: directoryVersions, handle: listSubscriptions },
  route('GET', subscription, directoryVersions, getSubscription),
  route(
    'GET',
    `${subscription}/providers/Microsoft.Authorization/permissions`,
    ['2018-07-01', '2022-04-01'],
    listPermissions,
  ),
  route(
    'GET',
    `${subscription}/${security}/pricings`,
    ['2023-01-01', '2024-01-01'],
    listPricings,
    'Microsoft.Security/pricings/read',
  ),
  route('GET', `${subscription}/${security}/locations`, ['2015-06-01-preview'], listLocations),
  simulate,
  ...readAlerts,
  ...changeAlerts,
  ...suppressionRules,
  {
    method: 'POST',
    template: '/providers/Microsoft.ResourceGraph/resources',
    apiVersions: ['2021-03-01', '2022-10-01', '2024-04-01'],
    handle: queryResources,
  },
  ...resources,
];

function route(
  method: string,
  template: string,
  apiVersions: readonly string[] | 'any',
  handleSubscription: (call: SubscriptionCall) => ArmResponse,
  action?: string,
): Route {
  return { method, template, apiVersions, handleSubscription, ...(action !== undefined && { action }) };
}
