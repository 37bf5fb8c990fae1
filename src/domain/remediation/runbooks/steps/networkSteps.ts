import type { RunbookStep } from '../runbook.ts';

const network = '2023-09-01';
const ofGroup = ['--resource-group={nsgGroup}', '--nsg-name={nsgName}'] as const;

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
      ...['--direction=Inbound', '--access=Deny', '--protocol=*', '--source-address-prefixes={attackerAddress}'],
      ...['--source-port-ranges=*', '--destination-address-prefixes=*', '--destination-port-ranges=*'],
    ],
    changes: 'Adds an inbound rule to the network security group. It counts for everything behind that group.',
  },
  whatIf: { tool: 'az', args: ['network', 'nsg', 'rule', 'list', ...ofGroup, '--include-default', '--output=table'] },
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
