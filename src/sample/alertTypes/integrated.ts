import { linkStep, numbered } from './steps.ts';
import type { AlertKind } from '../wire/alertDraft.ts';

/**
 * Alerts that other products hand over. The ids of the DDoS alerts are published; those of the web application firewall
 * and of endpoint protection are made up, because none are.
 */
export const integrated = {
  ddosDetected: {
    alertType: 'NETWORK_DDOS_DETECTED',
    title: 'Flood of traffic to a public address',
    severity: 'High',
    intent: 'Impact',
    product: 'Azure DDoS Protection',
    description: '{resource} receives {rate} packets a second, most of them of no use. Traffic is being filtered.',
    steps: [
      'Watch whether your customers can still reach you.',
      linkStep('What to do during a flood', 'https://learn.microsoft.com/azure/ddos-protection/ddos-response-strategy'),
    ],
    techniques: ['T1498'],
  },
  ddosMitigated: {
    alertType: 'NETWORK_DDOS_MITIGATED',
    title: 'Flood of traffic to a public address is over',
    severity: 'Low',
    intent: 'Impact',
    product: 'Azure DDoS Protection',
    description: 'The flood to {resource} has ended. At its height {rate} packets a second were dropped.',
    steps: ['Nothing needs to be done now; keep the report for the next review.'],
  },
  wafInjection: {
    alertType: 'ApplicationGatewayWAF_SqlInjectionBlocked',
    title: 'Firewall stopped pieces of SQL in web requests',
    severity: 'Medium',
    intent: 'PreAttack',
    product: 'Azure Web Application Firewall',
    description: 'The firewall of {resource} stopped {count} requests from {ip} that carried pieces of SQL in {page}.',
    steps: numbered(
      'Check that the firewall is set to stop such requests and not only to report them.',
      'Look for requests of the same kind that came through.',
    ),
    techniques: ['T1190'],
  },
  wafBots: {
    alertType: 'ApplicationGatewayWAF_BotTraffic',
    title: 'Firewall sees automated visitors',
    severity: 'Low',
    intent: 'Probing',
    product: 'Azure Web Application Firewall',
    description: 'About {count} requests to {resource} came from programs that pretend to be browsers.',
    steps: numbered('Switch the rules against bots on, or lower the number of requests that one address may make.'),
  },
  endpointDump: {
    alertType: 'DefenderForEndpoint_CredentialDumping',
    title: 'Passwords read from the memory of Windows',
    severity: 'High',
    intent: 'CredentialAccess',
    product: 'Microsoft Defender for Endpoint',
    description:
      'A program on {resource} read the memory in which Windows keeps the passwords of people who are signed in: {process}',
    steps: numbered(
      'Change the password of everybody who was signed in to {resource}.',
      'Begin with the administrators of the domain.',
      'Isolate {resource}.',
    ),
    techniques: ['T1003'],
    subTechniques: ['T1003.001'],
  },
  endpointTask: {
    alertType: 'DefenderForEndpoint_ScheduledTask',
    title: 'Scheduled task starts a hidden program',
    severity: 'Medium',
    intent: 'Persistence',
    product: 'Microsoft Defender for Endpoint',
    description: '{account} made a task on {resource} that starts {process} at every sign-in.',
    steps: numbered('Delete the task and the program.', 'Look for the same task on other machines.'),
    techniques: ['T1053'],
    subTechniques: ['T1053.005'],
  },
  endpointMalware: {
    alertType: 'DefenderForEndpoint_MalwareBlocked',
    title: 'Malware stopped on a machine',
    severity: 'Informational',
    intent: 'Execution',
    product: 'Microsoft Defender for Endpoint',
    description: 'Endpoint protection on {resource} stopped {malware} before it ran and put it into quarantine.',
    steps: ['Ask {account} where the file came from.'],
  },
} satisfies Readonly<Record<string, AlertKind>>;
