import type { SecurityCenter } from '@azure/arm-security';
import type { OperationOptions, OperationSpec } from '@azure/core-client';
import { createSerializer } from '@azure/core-client';
import type { StatusAction } from '../domain/statusAction.ts';
import type { AlertPath } from './alertPath.ts';
import { alertsApiVersion } from './pipeline/alertsApiVersion.ts';

const operations = {
  activate: {
    subscription: 'updateSubscriptionLevelStateToActivate',
    group: 'updateResourceGroupLevelStateToActivate',
  },
  dismiss: { subscription: 'updateSubscriptionLevelStateToDismiss', group: 'updateResourceGroupLevelStateToDismiss' },
  resolve: { subscription: 'updateSubscriptionLevelStateToResolve', group: 'updateResourceGroupLevelStateToResolve' },
} as const;

/**
 * Sends one state change to the level that the alert's id names; resolves when the service has accepted it (204).
 *
 * @throws what the pipeline throws.
 */
export async function changeAlertState(
  client: SecurityCenter,
  path: AlertPath,
  action: StatusAction,
  options: OperationOptions,
): Promise<void> {
  if (action === 'inProgress') return setInProgress(client, path, options);
  const { resourceGroup, location, name } = path;
  const { subscription, group } = operations[action];
  if (resourceGroup === undefined) await client.alerts[subscription](location, name, options);
  else await client.alerts[group](location, name, resourceGroup, options);
}

/** The action that arm-security 5.0.0 does not have, since its version of the API did not. */
async function setInProgress(client: SecurityCenter, path: AlertPath, options: OperationOptions): Promise<void> {
  const { resourceGroup, location, name } = path;
  const level = resourceGroup === undefined ? inProgressOfSubscription : inProgressOfGroup;
  await client.sendOperationRequest({ resourceGroup, location, name, options }, level);
}

const serializer = createSerializer();

const inProgressOfSubscription = inProgress('/subscriptions/{subscriptionId}', ['subscriptionId']);
const inProgressOfGroup = inProgress('/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}', [
  'subscriptionId',
  'resourceGroup',
]);

function inProgress(scope: string, parameters: readonly string[]): OperationSpec {
  return {
    path: `${scope}/providers/Microsoft.Security/locations/{location}/alerts/{name}/inProgress`,
    httpMethod: 'POST',
    responses: { 204: {}, default: {} },
    queryParameters: [
      {
        parameterPath: 'apiVersion',
        mapper: {
          serializedName: 'api-version',
          isConstant: true,
          defaultValue: alertsApiVersion,
          type: { name: 'String' },
        },
      },
    ],
    urlParameters: [...parameters, 'location', 'name'].map((name) => ({
      parameterPath: name,
      mapper: { serializedName: name, required: true, type: { name: 'String' } },
    })),
    serializer,
  };
}
