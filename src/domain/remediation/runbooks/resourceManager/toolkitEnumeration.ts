import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity, readSubscriptionActivity } from '../steps/commonSteps.ts';
import {
  disableUser,
  guardAdministrators,
  listAccountRoles,
  removeFootholds,
  revokeSessions,
} from '../steps/identitySteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** MicroBurst, PowerZure, Azurite or AzureHound draws a map of the subscription. */
export const toolkitEnumeration: Runbook = {
  id: 'azure-toolkit-enumeration',
  title: 'Attack toolkit lists the resources of a subscription',
  alertTypes: [
    'ARM_MicroBurst.AzDomainInfo',
    'ARM_MicroBurst.AzureDomainInfo',
    'ARM_PowerZure.GetAzureTargets',
    'ARM_PowerZure.ShowStorageContent',
    'ARM_Azurite',
    'ARM_AzureHound',
  ],
  steps: [
    readCallerActivity,
    readSubscriptionActivity,
    {
      ...listAccountRoles,
      instruction:
        'Lists the roles of the account in this subscription. The toolkit saw all that these roles can read: with Reader the map of your resources, with Contributor also keys that it may have taken along.',
    },
    confirmWithOwner(
      'Ask your security team first whether a test is under way, with which accounts and until when; then ask the person. An administrator does not use these tools by accident.',
    ),
    revokeSessions,
    optional(disableUser),
    manualStep(
      'contain',
      'examine-the-machine',
      'Examine the machine that ran the toolkit',
      'The address and user agent lead to where the tool ran: a laptop, a machine in Azure, a cloud shell. Isolate a machine of your own and look for the scripts and for tokens that were copied from it.',
      { risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'look-for-the-next-step',
      'Look for what follows a map',
      'Enumeration is followed within hours by keys that are listed, runbooks that are read, commands on machines and new role assignments, often from another account. Search for them until a day after the alert.',
    ),
    removeFootholds,
    manualStep(
      'prevent',
      'take-reader-away',
      'Give fewer people the whole map',
      'Replace Reader on the subscription by roles on resource groups, and take secrets out of tags, deployment outputs and app settings, where every reader sees them.',
    ),
    guardAdministrators,
  ],
};
