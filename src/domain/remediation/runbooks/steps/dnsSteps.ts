import type { RunbookStep } from '../runbook.ts';
import { manualStep } from './manualStep.ts';

/** The alert knows the machine that asked, and not the program. */
export const findAskingProcess: RunbookStep = manualStep(
  'triage',
  'find-asking-process',
  'Find the program that asks for the name',
  'DNS alerts come from the resolver and know the machine only. On Windows the DNS client log (event 3006), Sysmon (event 22) or Defender for Endpoint name the process; on Linux trace it with "ss -uanp", called again and again, or with auditd. With a domain controller or DNS forwarder as the machine, its query log names the real asker.',
  { mandatory: true },
);

/** Whether something followed the question. */
export const seeWhatFollowed: RunbookStep = manualStep(
  'triage',
  'see-what-followed',
  'See whether a connection followed the question',
  'A name that was only asked for, by a mail filter, a scanner of links or a browser that looks ahead, does no harm. Look in the flow logs or the firewall for a connection to the address of the answer within the next minute, and for the same question on other machines.',
);

const zone = ['--resource-group={vnetGroup}', '--name={maliciousDomain}'] as const;
const link = [
  ...['--resource-group={vnetGroup}', '--zone-name={maliciousDomain}', '--name=incident-block-{vnetName}'],
] as const;

/** An empty private zone answers that there is no such name. */
export const makeBlockingZone: RunbookStep = {
  ...manualStep(
    'contain',
    'make-blocking-zone',
    'Make an empty private zone with the name of the domain',
    'A private DNS zone without records hides the domain from virtual networks that are linked to it. Take the domain that the attacker owns and not a service that many share. It works for machines that ask the resolver of Azure; with name servers of your own, block the domain on those.',
    { risk: 'low' },
  ),
  command: {
    tool: 'az',
    args: ['network', 'private-dns', 'zone', 'create', ...zone],
    changes: 'Creates a private DNS zone beside the virtual network. It has no effect until it is linked.',
  },
  undo: {
    tool: 'az',
    args: ['network', 'private-dns', 'zone', 'delete', ...zone, '--yes'],
    changes: 'Deletes the zone. Its links have to be removed before.',
  },
};

/** From here on nobody in the network finds the domain. */
export const linkBlockingZone: RunbookStep = {
  ...manualStep(
    'contain',
    'link-blocking-zone',
    'Link the zone to the virtual network',
    'From now on every name of the domain is answered as not existing, for all machines of the virtual network. Repeat it for the other networks. Malware that speaks to addresses instead of names is not stopped by this.',
    { risk: 'medium' },
  ),
  command: {
    tool: 'az',
    args: [
      ...['network', 'private-dns', 'link', 'vnet', 'create', ...link],
      ...['--virtual-network={vnet}', '--registration-enabled=false'],
    ],
    changes: 'No machine of the virtual network resolves a name of this domain.',
  },
  whatIf: {
    tool: 'az',
    args: [
      ...['network', 'private-dns', 'link', 'vnet', 'list', '--resource-group={vnetGroup}'],
      ...['--zone-name={maliciousDomain}', '--query=[].[name,virtualNetwork.id]', '--output=table'],
    ],
  },
  undo: {
    tool: 'az',
    args: ['network', 'private-dns', 'link', 'vnet', 'delete', ...link, '--yes'],
    changes: 'The domain is resolved as before.',
  },
};

/** The resolver is the place where this is seen and stopped for all. */
export const filterNames: RunbookStep = manualStep(
  'prevent',
  'filter-names',
  'Filter and log names for the whole network',
  'Let machines resolve through Azure Firewall as DNS proxy, or attach a DNS security policy with a list of domains to the virtual network, and send its log to a workspace. Refuse 53, 853 and known resolvers over HTTPS outward, so that nothing goes around it.',
);
