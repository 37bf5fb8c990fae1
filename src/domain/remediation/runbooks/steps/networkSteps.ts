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
    instruction: `Adds a rule with the first priority that refuses all ${direction.toLowerCase()} traffic. It counts for everything behind the network security group: where other machines share it, give this one a group of its own first. Connections that are open already may last until their process ends, and the name service and the token service of Azure stay within reach. The machine goes on running, so that its memory can still be looked at.`,
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

/** One address may not be reached from the machine, whatever it is: a server of commands, a pool, a victim. */
export const denyAddressOutbound: RunbookStep = {
  id: 'deny-address-outbound',
  phase: 'contain',
  title: 'Refuse traffic to the remote address',
  instruction:
    'Adds a rule that refuses everything to this address, before the rules that allow. It counts for new connections only: end the process, too, or restart the machine. Malware usually knows several addresses, so watch for the next one.',
  mandatory: false,
  risk: 'medium',
  command: {
    tool: 'az',
    args: [
      ...['network', 'nsg', 'rule', 'create', ...ofGroup, '--name={remoteRule}', '--priority={remotePriority}'],
      ...['--direction=Outbound', '--access=Deny', '--destination-address-prefixes={remoteAddress}'],
      ...['--protocol=*', '--source-port-ranges=*', '--source-address-prefixes=*', '--destination-port-ranges=*'],
    ],
    changes: 'Adds an outbound rule to the network security group. It counts for everything behind that group.',
  },
  whatIf: { tool: 'az', args: listRules },
  verify: {
    resource: '{nsg}/securityRules/{remoteRule}',
    apiVersion: network,
    property: 'properties.access',
    expect: { equals: 'Deny' },
  },
  undo: {
    tool: 'az',
    args: ['network', 'nsg', 'rule', 'delete', ...ofGroup, '--name={remoteRule}'],
    changes: 'Removes the rule, so that the address can be reached again.',
  },
};

interface PlatformService {
  readonly id: string;
  readonly tag: 'AzurePlatformIMDS' | 'AzurePlatformDNS';
  readonly priority: number;
  readonly title: string;
  readonly instruction: string;
  readonly changes: string;
}

/** Rules for "*" leave out what the host of a machine offers it; only a rule with the service's own tag refuses that. */
function denyPlatformService({ id, tag, priority, title, instruction, changes }: PlatformService): RunbookStep {
  return {
    ...{ id, phase: 'contain', title, instruction, mandatory: false, risk: 'high' },
    command: {
      tool: 'az',
      args: [
        ...['network', 'nsg', 'rule', 'create', ...ofGroup, `--name=incident-${id}`, `--priority=${priority}`],
        ...['--direction=Outbound', '--access=Deny', `--destination-address-prefixes=${tag}`],
        ...['--protocol=*', '--source-port-ranges=*', '--source-address-prefixes=*', '--destination-port-ranges=*'],
      ],
      changes,
    },
    whatIf: { tool: 'az', args: listRules },
    verify: {
      resource: `{nsg}/securityRules/incident-${id}`,
      apiVersion: network,
      property: 'properties.access',
      expect: { equals: 'Deny' },
    },
    undo: {
      tool: 'az',
      args: ['network', 'nsg', 'rule', 'delete', ...ofGroup, `--name=incident-${id}`],
      changes: 'Removes the rule; the service answers the machines again.',
    },
  };
}

/** Whoever runs code on the machine gets no further tokens of its managed identity. */
export const denyMachineTokens: RunbookStep = denyPlatformService({
  id: 'deny-machine-tokens',
  tag: 'AzurePlatformIMDS',
  priority: 101,
  title: 'Keep the machine from getting tokens of its identity',
  instruction:
    'Rules for all addresses leave out the metadata service of Azure, from which any process gets tokens of the managed identity. This rule names it. Tokens that were taken before stay valid for up to 24 hours and work from elsewhere: where they matter, remove the role assignments as well.',
  changes: 'Machines behind the group get no tokens and no metadata; software that signs in with their identity fails.',
});

/** The resolver of Azure carries tunnels, too. */
export const denyAzureNameService: RunbookStep = denyPlatformService({
  id: 'deny-azure-dns',
  tag: 'AzurePlatformDNS',
  priority: 102,
  title: 'Take the name service of Azure from the machine',
  instruction:
    'Queries to the resolver of Azure pass every rule for all addresses, so a tunnel goes on while the machine looks isolated. This rule names the resolver. Where the virtual network has name servers of its own, block the domain there instead: this rule would not be met.',
  changes:
    'Machines behind the group resolve no names with the resolver of Azure; most software on them stops working.',
});
