import type { Permission } from '../../domain/permission.ts';
import { jsonAnswer } from './answers.ts';
import type { ArmResponse } from '../armMessage.ts';
import type { SampleSubscription } from '../directory.ts';
import type { SubscriptionCall } from './call.ts';

/** Built-in roles, as far as Defender for Cloud is concerned. */
const securityAdmin: Permission = {
  actions: [
    'Microsoft.Authorization/*/read',
    'Microsoft.Resources/subscriptions/resourceGroups/read',
    'Microsoft.Security/*',
    'Microsoft.Support/*',
  ],
  notActions: [],
};

const securityReader: Permission = {
  actions: [
    'Microsoft.Authorization/*/read',
    'Microsoft.Resources/subscriptions/resourceGroups/read',
    'Microsoft.Security/*/read',
  ],
  notActions: [],
};

/** Nobody's built-in role: whoever made it thought of the bill and not of alerts. */
const planReader: Permission = {
  actions: ['Microsoft.Authorization/*/read', 'Microsoft.Security/pricings/read'],
  notActions: [],
};

/** What the signed-in person may do on a subscription: one entry for each role. */
export function permissionsOf({
  access,
  readOnly = false,
  plansOnly = false,
}: SampleSubscription): readonly Permission[] {
  if (access === 'forbidden') return [];
  if (plansOnly) return [planReader];
  return [readOnly ? securityReader : securityAdmin];
}

export function listPermissions({ session, subscription }: SubscriptionCall): ArmResponse {
  const value = permissionsOf(subscription).map((role) => ({ ...role, dataActions: [], notDataActions: [] }));
  return jsonAnswer(session, 200, { value }, { vary: 'Accept-Encoding' });
}
