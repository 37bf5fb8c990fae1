import { machines } from '../alertTypes/machines.ts';
import { network } from '../alertTypes/network.ts';
import { production } from '../directory.ts';
import { connection, entityOf, file, localAccount, process } from '../wire/entities.ts';
import { controlServerAt, guesserAt } from './cast.ts';
import { evidenceTable } from './evidence.ts';
import { linuxMachine } from './resources.ts';
import { story } from './story.ts';

const controlServer = controlServerAt(26);
const guesser = guesserAt(80);

const parcelApi = linuxMachine(production, 'parcel-tracking', 'vm-parcel-api-02', 'westeurope');
const host = entityOf(parcelApi);
const service = localAccount('svcparcel', host);
const shell = process({ commandLine: '-bash', host, image: file('/usr/bin', 'bash'), account: service });
const minerLine = '/tmp/.x/kworkerd -o pool.coins.example:3333 -u parcel -k';
const miner = file('/tmp/.x', 'kworkerd', 'ssh-to-miner/kworkerd');
const address = { ip: '203.0.113.80', account: 'svcparcel' };

/** A weak password on a Linux machine, from the first guess to the miner. The service left these alerts alone. */
export const sshToMiner = story('ssh-to-miner', [
  {
    key: 'many-sources',
    kind: network.incomingSsh,
    at: '1d 18:02',
    lasts: 55,
    on: parcelApi,
    facts: { count: '31' },
    details: {
      'destination Port': '22',
      protocol: 'TCP',
      'source IP(s) [Number of attempts]': '203.0.113.80 [412], 203.0.113.81 [96]',
    },
    entities: [guesser, connection(guesser, 22)],
  },
  {
    key: 'guessing',
    kind: machines.sshGuessing,
    at: '1d 18:20',
    lasts: 64,
    on: parcelApi,
    shouted: true,
    facts: { ...address, count: '1,418' },
    details: { 'number of failed authentication attempts to host': '1418', 'was SSH session initiated': 'No' },
    entities: [guesser, connection(guesser, 22)],
  },
  {
    key: 'guessed',
    kind: machines.sshGuessed,
    at: '1d 19:26',
    lasts: 2,
    on: parcelApi,
    facts: { ...address, count: '1,418' },
    details: {
      'was SSH session initiated': 'Yes',
      'user Name': 'svcparcel',
      'attacker source IP': 'IP Address: 203.0.113.80',
    },
    entities: [guesser, service, connection(guesser, 22)],
    evidence: evidenceTable(
      'Sign-ins of svcparcel',
      ['Time (UTC)', 'From', 'Method', 'Succeeded'],
      [
        ['19:24:51', '203.0.113.80', 'password', false],
        ['19:25:40', '203.0.113.80', 'password', false],
        ['19:26:12', '203.0.113.80', 'password', true],
      ],
    ),
  },
  {
    key: 'toolkit',
    kind: machines.memoryToolkit,
    at: '1d 19:41',
    on: parcelApi,
    facts: { process: '/usr/sbin/cron (0x51c)' },
    details: { 'compromised Host': 'VM-PARCEL-API-02', 'process Name': 'cron', 'user Name': 'svcparcel' },
    entities: [
      process({
        commandLine: '/usr/sbin/cron -f',
        host,
        image: file('/usr/sbin', 'cron'),
        account: service,
        parent: shell,
      }),
    ],
  },
  {
    key: 'ssh-key',
    kind: machines.newSshKey,
    at: '1d 19:58',
    on: parcelApi,
    facts: address,
    details: { 'compromised Host': 'VM-PARCEL-API-02', 'user Name': 'svcparcel', 'suspicious Process': '/usr/bin/tee' },
    entities: [
      service,
      process({ commandLine: 'tee -a /home/svcparcel/.ssh/authorized_keys', host, account: service, parent: shell }),
    ],
  },
  {
    key: 'miner',
    kind: machines.mining,
    at: '1d 20:37',
    lastSeen: 14,
    on: parcelApi,
    facts: { process: minerLine },
    details: {
      'suspicious Command Line': minerLine,
      'suspicious Process': '/tmp/.x/kworkerd',
      'user Name': 'svcparcel',
    },
    entities: [process({ commandLine: minerLine, host, image: miner, account: service, parent: shell })],
  },
  {
    key: 'pool',
    kind: network.dnsMining,
    at: '1d 20:38',
    lastSeen: 22,
    on: parcelApi,
    facts: { domain: 'pool.coins.example' },
    details: { domainName: 'pool.coins.example', answers: '198.51.100.26' },
    entities: [controlServer],
  },
]);
