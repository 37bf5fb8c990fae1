import { readAnswer } from './answers.ts';
import type { ArmResponse } from '../armMessage.ts';
import type { SampleSubscription } from '../directory.ts';
import type { SubscriptionCall } from './call.ts';

interface Plan {
  readonly name: string;
  readonly subPlan?: string;
  readonly replacedBy?: readonly string[];
}

const plans: readonly Plan[] = [
  { name: 'VirtualMachines', subPlan: 'P2' },
  { name: 'SqlServers' },
  { name: 'AppServices' },
  { name: 'StorageAccounts', subPlan: 'DefenderForStorageV2' },
  { name: 'SqlServerVirtualMachines' },
  { name: 'KubernetesService', replacedBy: ['Containers'] },
  { name: 'ContainerRegistry', replacedBy: ['Containers'] },
  { name: 'KeyVaults', subPlan: 'PerKeyVault' },
  { name: 'Dns', replacedBy: ['VirtualMachines'] },
  { name: 'Arm', subPlan: 'PerSubscription' },
  { name: 'OpenSourceRelationalDatabases' },
  { name: 'CosmosDbs' },
  { name: 'Containers' },
  { name: 'CloudPosture' },
  { name: 'Api', subPlan: 'P1' },
  { name: 'AI' },
];

/** When somebody switched the plans on: long before any alert. */
const enablementTime = '2023-02-14T09:30:00Z';

export function listPricings({ session, subscription }: SubscriptionCall): ArmResponse {
  return readAnswer(session, { value: pricingsOf(subscription) });
}

/** The plans of Defender for Cloud and whether they are on (`Standard`) in a subscription. */
export function pricingsOf({ subscriptionId, plansOff = [] }: SampleSubscription): readonly object[] {
  return plans.map(({ name, subPlan, replacedBy }) => {
    const on = replacedBy === undefined && !plansOff.includes(name);
    return {
      id: `/subscriptions/${subscriptionId}/providers/Microsoft.Security/pricings/${name}`,
      name,
      type: 'Microsoft.Security/pricings',
      properties: {
        pricingTier: on ? 'Standard' : 'Free',
        freeTrialRemainingTime: 'PT0S',
        ...(on && { enablementTime }),
        ...(on && subPlan !== undefined && { subPlan }),
        ...(replacedBy !== undefined && { deprecated: true, replacedBy }),
      },
    };
  });
}
