import type { RunbookStep } from '../runbook.ts';

const network = '2023-09-01';
const ofGroup = ['--resource-group={nsgGroup}', '--nsg-name={nsgName}'] as const;
const everything = [
  ...['--protocol=*', '--source-port-ranges=*', '--destination-address-prefixes=*', '--destination-port-ranges=*'],
] as const;

const listRules = [
  ...['network', 'nsg', 'rule', 'list', ...ofGroup, '--include-default'],
  '--query=[].[name,priority,access,direction,sourceAddressPrefix,destinationPortRange]',
  '--output=table',
];

/** What may come in, for a person to judge. */
export const listNetworkRules: RunbookStep = {
  id: 'list-network-rules',
  phase: 'triage',
  title: 'See what the network lets in',
  instruction:
    'Lists the rules of the network security group. A rule that allows "*" or "Internet" to a management port (22, 3389, 5985) is how most machines are found.',
  mandatory: false,
  risk: 'none',
  command: { tool: 'az', args: listRules },
};

/** Keeps one address away from the machine by its network security group. */
export const denyAttackerAddress: RunbookStep = {
  id: 'deny-attacker-address',
  phase: 'contain',
  title: 'Block the source address in the network security group',
  instruction:
    'Adds a rule that refuses everything from this address, before the rules that allow. An attacker can come back from another address: this buys time and replaces none of the steps below. Repeat it for each address.',
  mandatory: true,
  risk: 'medium',
  command: {
    tool: 'az',
    args: [
      ...['network', 'nsg', 'rule', 'create', ...ofGroup, '--name={attackerRule}', '--priority={attackerPriority}'],
      ...['--direction=Inbound', '--access=Deny', '--source-address-prefixes={attackerAddress}', ...everything],
    ],
    changes: 'Adds an inbound rule to the network security group. It counts for everything behind that group.',
  },
  whatIf: { tool: 'az', args: listRules },
  verify: {
    resource: '{nsg}/securityRules/{attackerRule}',
    apiVersion: network,
    property: 'properties.access',
    expect: { equals: 'Deny' },
  },
  undo: {
    tool: 'az',
    args: ['network', 'nsg', 'rule', 'delete', ...ofGroup, '--name={attackerRule}'],
    changes: 'Removes the rule, so that the address is let in again as far as the other rules allow.',
  },
};

/** Cuts everything behind the group off from the network in one direction. Outbound first: it stops what runs. */
export function isolateByNetworkRules(direction: 'Inbound' | 'Outbound'): RunbookStep {
  const name = `incident-isolate-${direction.toLowerCase()}`;
  return {
    id: `isolate-${direction.toLowerCase()}`,
    phase: 'contain',
    title: direction === 'Outbound' ? 'Stop all traffic from the machine' : 'Stop all traffic to the machine',
    instruction: `Adds a rule with the first priority that refuses all ${direction.toLowerCase()} traffic. It counts for everything behind the network security group: where other machines share it, give this one a group of its own first. The machine goes on running, so that its memory can still be looked at.`,
    mandatory: true,
    risk: 'high',
    command: {
      tool: 'az',
      args: [
        ...['network', 'nsg', 'rule', 'create', ...ofGroup, `--name=${name}`, '--priority=100'],
        ...[`--direction=${direction}`, '--access=Deny', '--source-address-prefixes=*', ...everything],
      ],
      changes: `Everything behind the network security group loses its ${direction.toLowerCase()} traffic, management included.`,
    },
    whatIf: { tool: 'az', args: listRules },
    verify: {
      resource: `{nsg}/securityRules/${name}`,
      apiVersion: network,
      property: 'properties.access',
      expect: { equals: 'Deny' },
    },
    undo: {
      tool: 'az',
      args: ['network', 'nsg', 'rule', 'delete', ...ofGroup, `--name=${name}`],
      changes: 'Removes the rule; the rules from before count again.',
    },
  };
}
