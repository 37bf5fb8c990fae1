import type { Runbook } from '../runbook.ts';
import {
  denyAddressToApp,
  listAppRoles,
  listAppSecrets,
  readAppLog,
  redeployApp,
  repairApp,
  resetPublishingPassword,
  stopApp,
} from '../steps/appSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** The app connects to somebody who controls it, or who takes data out of it. */
export const appRemoteControl: Runbook = {
  id: 'app-remote-control',
  title: 'Reverse shell or data leaving through an app',
  alertTypes: ['App*s_ReverseShell', 'App*s_DataEgress*', 'App*s_CommandlineSuspectDomain'],
  steps: [
    manualStep(
      'triage',
      'note-the-other-end',
      'Note the address or name at the other end',
      'Take destination, command line and time from the alert and search all your logs for the same destination: firewall, DNS, other apps. A domain in a command line may be harmless, such as a new service that nobody announced; an interactive shell towards an address never is.',
    ),
    readAppLog,
    listAppRoles,
    {
      ...mandatory(stopApp),
      instruction:
        'Stops the app and ends the connection. App Service refuses no outgoing traffic by itself, so stopping is the one quick way. If the app has to go on, start it from a clean copy in another plan first.',
    },
    optional(denyAddressToApp),
    resetPublishingPassword,
    mandatory(listAppSecrets),
    manualStep(
      'eradicate',
      'measure-what-left',
      'Find out what left, and how much',
      'Compare the bytes that the app sent (metric BytesSent, and the log of the firewall) with a usual day, and read which files and databases the commands touched. If data of people is among it, tell your data protection officer today: deadlines run from the moment that you know.',
      { mandatory: true },
    ),
    redeployApp,
    optional(repairApp),
    manualStep(
      'prevent',
      'limit-outgoing-traffic',
      'Let the app reach only what it needs',
      'Join the app to a virtual network, route all its traffic through it, and let a firewall allow the names that it needs. Reach databases, vaults and storage over private endpoints, so that keys alone are worth nothing outside.',
      { risk: 'high' },
    ),
  ],
};
