import { machines } from '../alertTypes/machines.ts';
import { network } from '../alertTypes/network.ts';
import { production } from '../directory.ts';
import { dnsName, entityOf, localAccount, process } from '../wire/entities.ts';
import { controlServerAt } from './cast.ts';
import { evidenceTable } from './evidence.ts';
import { linuxMachine } from './resources.ts';
import { story } from './story.ts';

const controlServer = controlServerAt(23);

const gateway = linuxMachine(production, 'warehouse', 'vm-scan-gw-03', 'northeurope');
const host = entityOf(gateway);
const operator = localAccount('scanner', host);
const line = 'python3 /opt/scan/.u.py --chunk 180 --zone t.paper.example';

/** A gateway for hand scanners talks to the outside in DNS questions. */
export const dnsTunnel = story('dns-tunnel', [
  {
    key: 'generated',
    kind: network.dnsGenerated,
    at: '2d 09:30',
    lasts: 240,
    on: gateway,
    facts: { count: '340', domain: 'xk2f9q7.example' },
    details: { domainName: 'xk2f9q7.example', answers: '' },
    entities: [dnsName('xk2f9q7.example', [controlServer], controlServer)],
  },
  {
    key: 'commands',
    kind: machines.suspiciousActivity,
    at: '2d 11:02',
    lasts: 8,
    on: gateway,
    facts: { account: 'scanner', count: '14', process: line },
    details: { 'user Name': 'scanner', 'suspicious Command Line': line },
    entities: [operator, process({ commandLine: line, host, account: operator })],
  },
  {
    key: 'control',
    kind: network.controlServer,
    at: '2d 11:15',
    lasts: 600,
    on: gateway,
    facts: { ip: '198.51.100.23' },
    details: { 'destination Port': '53', protocol: 'UDP' },
    entities: [controlServer],
  },
  {
    key: 'tunnel',
    kind: network.dnsTunnel,
    at: '2d 11:40',
    lastSeen: 33,
    on: gateway,
    facts: { count: '61,000', domain: 't.paper.example' },
    details: { domainName: 't.paper.example' },
    entities: [dnsName('t.paper.example', [controlServer], controlServer)],
    evidence: evidenceTable(
      'Longest questions',
      ['Name', 'Length'],
      [
        ['mzuw4y3uoqqgcylb….t.paper.example', 241],
        ['onxw2zjaonxw2zi….t.paper.example', 238],
      ],
    ),
  },
]);
