import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../steps/commonSteps.ts';
import {
  disableUser,
  guardAdministrators,
  listAccountRoles,
  removeFootholds,
  revokeSessions,
} from '../steps/identitySteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** Azure was managed from an address with a bad name, through a proxy, or from two places at once. */
export const suspiciousAddress: Runbook = {
  id: 'azure-suspicious-address',
  title: 'Azure managed from a suspicious address',
  alertTypes: [
    'ARM_OperationFromSuspiciousIP',
    'ARM_OperationFromSuspiciousProxyIP',
    'ARM*_ImpossibleTravelActivity',
    'ARM*_ActivityFromInfrequentCountry',
    'ARM*_ActivityFromAnonymousIPAddresses',
  ],
  steps: [
    manualStep(
      'triage',
      'compare-sign-ins',
      'Compare the sign-ins of the account',
      'In the sign-in log of Entra ID look at the sign-ins of this account over a week: address, device, application, and how the second factor was met. A token used from a new address without any new sign-in was stolen from a browser; an unknown device with the right password and factor was phished.',
      { mandatory: true },
    ),
    readCallerActivity,
    listAccountRoles,
    confirmWithOwner(
      'Ask the person whether they worked at that time, and through which VPN, proxy or hotel. Commercial VPN and cloud desktops explain many of these; an address that the person cannot name does not.',
    ),
    revokeSessions,
    optional(disableUser),
    manualStep(
      'contain',
      'search-the-address',
      'Search for the address everywhere else',
      'Look for the same address in sign-ins of all accounts and applications, in the activity of your other subscriptions, and in logs of data. One address with several accounts is a campaign: handle them together.',
    ),
    removeFootholds,
    manualStep(
      'recover',
      'give-the-account-back',
      'Give the account back',
      'Set a new password, let the person register their second factor again in your presence, scan the machine that they used, then enable the account and watch it for two weeks.',
      { risk: 'low' },
    ),
    guardAdministrators,
  ],
};
