import { bladeStep, numbered } from './steps.ts';
import type { AlertKind } from '../wire/alertDraft.ts';

/** Alerts of the network layer and of DNS: what resources talk to. */
export const network = {
  incomingSsh: {
    alertType: 'SSH_Incoming_BF_ManyToOne',
    title: 'Many sources try SSH on one machine',
    severity: 'Medium',
    intent: 'PreAttack',
    description:
      'Network traffic shows SSH connections from {count} addresses to {resource} within an hour, most of them cut off after the sign-in.',
    steps: ['Close port 22 of {resource} to the internet.', 'Reach it through a bastion or a private network instead.'],
  },
  outgoingRdp: {
    alertType: 'RDP_Outgoing_BF_OneToMany',
    title: 'Machine tries remote desktop on many others',
    severity: 'High',
    intent: 'Discovery',
    description:
      '{resource} opened remote desktop connections to {count} other machines of the network in a few minutes.',
    steps: numbered('Isolate {resource}.', 'List the machines that accepted a connection and examine each of them.'),
    techniques: ['T1021', 'T1046'],
    subTechniques: ['T1021.001'],
  },
  outgoingSsh: {
    alertType: 'SSH_Outgoing_BF_OneToOne',
    title: 'Machine tries SSH passwords on another',
    severity: 'Medium',
    intent: 'LateralMovement',
    description: '{resource} made {count} SSH sign-in attempts on {target}.',
    steps: [
      'Find the process on {resource} that opens the connections.',
      'Check {target} for a sign-in that succeeded.',
    ],
    techniques: ['T1021'],
    subTechniques: ['T1021.004'],
  },
  controlServer: {
    alertType: 'Network_CommunicationWithC2',
    title: 'Connection to a known control server',
    severity: 'Medium',
    intent: 'CommandAndControl',
    description: '{resource} keeps a connection to {ip}, an address from which other break-ins were steered.',
    steps: numbered(
      'Block {ip} at the edge of the network.',
      'Isolate {resource} and find the process that holds the connection.',
      'Search the logs for other machines that talked to {ip}.',
    ),
    techniques: ['T1071'],
  },
  unrecommendedTraffic: {
    alertType: 'Network_TrafficFromUnrecommendedIP',
    title: 'Traffic from addresses that should be blocked',
    severity: 'Low',
    intent: 'Probing',
    description:
      '{resource} was reached by addresses for which a blocking rule has been recommended and not yet been set.',
    steps: [
      'Look at the recommended rules and set those that fit:',
      bladeStep('Review and set the rules', 'AdaptiveNetworkControlsResourceBlade', 'protectedResourceId={id}'),
    ],
  },
  dnsMining: {
    alertType: 'AzureDNS_CurrencyMining',
    title: 'Name of a mining pool looked up',
    severity: 'Low',
    intent: 'Exfiltration',
    component: 'DNS',
    description: '{resource} asked for the address of {domain}, which belongs to a mining pool.',
    steps: ['Find the process on {resource} that asked.', 'Block {domain} in your DNS policy.'],
  },
  dnsTunnel: {
    alertType: 'AzureDNS_DataExfiltration',
    title: 'Data possibly carried out in DNS questions',
    severity: 'Medium',
    intent: 'Exfiltration',
    component: 'DNS',
    description:
      '{resource} sent {count} long, random-looking questions for names below {domain}. Each can carry a piece of a file.',
    steps: numbered(
      'Block {domain}.',
      'Measure how much was sent and when it began.',
      'Find out which files the process on {resource} had open.',
    ),
    techniques: ['T1048', 'T1071'],
    subTechniques: ['T1071.004'],
  },
  dnsGenerated: {
    alertType: 'AzureDNS_DomainGenerationAlgorithm',
    title: 'Machine-made names looked up',
    severity: 'Informational',
    intent: 'CommandAndControl',
    component: 'DNS',
    description:
      '{resource} asked for {count} names that no person would choose, such as {domain}. Malware finds its control server in this way.',
    steps: ['Scan {resource} for malware.'],
  },
  dnsPhishing: {
    alertType: 'AzureDNS_PhishingDomain',
    title: 'Name of a phishing site looked up',
    severity: 'Informational',
    intent: 'Exfiltration',
    component: 'DNS',
    description: '{resource} asked for {domain}, a site that imitates a sign-in page.',
    steps: [
      'Ask the people who use {resource} whether they typed a password there.',
      'Change the passwords that were typed.',
    ],
  },
  dnsAnonymity: {
    alertType: 'AzureDNS_DarkWeb',
    title: 'Anonymity network used',
    severity: 'Low',
    intent: 'Exfiltration',
    component: 'DNS',
    description: '{resource} asked for {domain}, an entry to an anonymity network.',
    steps: ['Clarify whether anybody needs that network on {resource}; if not, block it.'],
  },
} satisfies Readonly<Record<string, AlertKind>>;
