import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { closeWaysIn, rebuildMachine } from '../steps/machineCare.ts';
import { linuxConnections, linuxProcesses } from '../steps/machineLooks.ts';
import { deallocateMachine } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Your machine takes part in an attack on somebody else. */
export const outgoingDenialOfService: Runbook = {
  id: 'network-outgoing-denial-of-service',
  title: 'Denial of service from a machine',
  alertTypes: ['*_Outgoing_DoS*', '*OutgoingDDoS*'],
  alertNames: ['Possible outgoing denial-of-service attack detected'],
  steps: [
    manualStep(
      'triage',
      'tell-bot-from-reflector',
      'See whether the machine attacks or is used as a mirror',
      'A mirror answers requests with a forged sender: an open resolver (53), NTP (123), LDAP over UDP (389), SSDP (1900) or memcached (11211), and no malware is needed. A bot has a process that sends by itself, to one target, at full rate. The ports in the alert decide which of the two it is.',
      { mandatory: true },
    ),
    {
      ...manualStep(
        'triage',
        'see-outbound-traffic',
        'See how much the machine sends',
        'Shows what the machine sent and received in bytes, in steps of five minutes since the hour before. A plateau at the limit of its size that began at one moment is an attack; outgoing that is a multiple of incoming points to a mirror.',
      ),
      command: {
        tool: 'az',
        args: [
          ...['monitor', 'metrics', 'list', '--resource={vm}', '--metrics=Network Out Total,Network In Total'],
          ...['--interval=5m', '--aggregation=Total', '--start-time={hourBefore}', '--output=table'],
        ],
      },
    },
    linuxProcesses,
    linuxConnections,
    confirmWithOwner(
      'Ask whether somebody tests the load of another service from here. That needs permission of Microsoft and of the target.',
    ),
    isolateByNetworkRules('Outbound'),
    deallocateMachine,
    manualStep(
      'eradicate',
      'remove-bot-or-close-service',
      'Remove the bot, or close the service that mirrors',
      'Close UDP services to the internet by the network security group and bind them to inner addresses. For a bot remove process, start and the way it came in, mostly a guessed SSH password or an exploited web application.',
      { mandatory: true, risk: 'medium' },
    ),
    rebuildMachine,
    closeWaysIn,
    manualStep(
      'prevent',
      'answer-abuse-reports',
      'Answer reports of abuse',
      'Microsoft forwards reports of victims to the contacts of the subscription and may suspend what goes on attacking. Keep the security contacts up to date, and answer what you did.',
    ),
  ],
};
