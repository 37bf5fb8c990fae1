import { integrated } from '../alertTypes/integrated.ts';
import { machineManagement } from '../alertTypes/machineManagement.ts';
import { machines } from '../alertTypes/machines.ts';
import { network } from '../alertTypes/network.ts';
import { production } from '../directory.ts';
import { connection, entityOf, file, localAccount, logonSession, malware, process } from '../wire/entities.ts';
import { guesserAt } from './cast.ts';
import { evidenceList } from './evidence.ts';
import { windowsMachine } from './resources.ts';
import { story } from './story.ts';

const guesser = guesserAt(79);

const fileServer = windowsMachine(production, 'warehouse', 'vm-files-01', 'northeurope');
const host = entityOf(fileServer);
const backupOperator = localAccount('backupsvc', host, 'NORDLICHT');
const dumpLine = 'C:\\ProgramData\\p.exe -accepteula -ma lsass.exe C:\\ProgramData\\l.dmp';
const taskLine = 'C:\\Users\\Public\\svchost.exe -k netcache';
const fakeHost = file('C:\\Users\\Public', 'svchost.exe', 'ransomware/svchost');
const parent = process({ commandLine: 'C:\\Windows\\explorer.exe', host, account: backupOperator });
const who = { ip: '203.0.113.79', account: 'NORDLICHT\\backupsvc' };

/** Remote desktop, stolen passwords, ransomware: the service saw through it and made an incident of it. */
export const ransomwareOnFileServer = story(
  'ransomware-on-file-server',
  [
    {
      key: 'guessing',
      kind: machines.rdpGuessing,
      at: '2d 21:10',
      lasts: 48,
      on: fileServer,
      facts: who,
      details: {
        'attacker source IP': 'IP Address: 203.0.113.79',
        'was RDP session initiated': 'No',
        'number of existing accounts used by source to sign in': '3',
      },
      entities: [guesser, connection(guesser, 3389)],
      status: 'InProgress',
    },
    {
      key: 'guessed',
      kind: machines.rdpGuessed,
      at: '2d 22:03',
      on: fileServer,
      facts: { ...who, count: '612' },
      details: { 'attacker source IP': 'IP Address: 203.0.113.79', 'was RDP session initiated': 'Yes' },
      entities: [guesser, backupOperator, logonSession(backupOperator, host), connection(guesser, 3389)],
      status: 'InProgress',
    },
    {
      key: 'fake-host',
      kind: machines.systemProcess,
      at: '2d 22:31',
      on: fileServer,
      facts: { ...who, process: taskLine },
      details: {
        'suspicious Process': 'c:\\users\\public\\svchost.exe',
        'suspicious Command Line': taskLine,
        'parent Process': 'explorer.exe',
      },
      entities: [
        backupOperator,
        process({ commandLine: taskLine, host, image: fakeHost, account: backupOperator, parent }),
      ],
    },
    {
      key: 'task',
      kind: integrated.endpointTask,
      at: '2d 22:40',
      on: fileServer,
      facts: { ...who, process: taskLine },
      details: { 'task name': 'NetCacheRefresh' },
      entities: [backupOperator, fakeHost],
    },
    {
      key: 'protection-off',
      kind: machineManagement.protectionOff,
      at: '2d 23:05',
      on: fileServer,
      shouted: true,
      facts: who,
      details: { 'antimalware enabled': 'False', 'extension Name': 'IaaSAntimalware' },
    },
    {
      key: 'dump',
      kind: integrated.endpointDump,
      at: '2d 23:18',
      on: fileServer,
      facts: { ...who, process: dumpLine },
      details: { 'suspicious Command Line': dumpLine },
      entities: [
        backupOperator,
        process({
          commandLine: dumpLine,
          host,
          image: file('C:\\ProgramData', 'p.exe', 'ransomware/p'),
          account: backupOperator,
          parent,
        }),
      ],
      evidence: evidenceList([
        'The program opened the memory of lsass.exe for reading.',
        'A file of 61 MB was written to C:\\ProgramData\\l.dmp.',
      ]),
    },
    {
      key: 'looking-around',
      kind: network.outgoingRdp,
      at: '1d 00:12',
      lasts: 35,
      on: fileServer,
      facts: { count: '24' },
      details: { 'destination Port': '3389', protocol: 'TCP' },
    },
    {
      key: 'encrypting',
      kind: machines.ransomware,
      at: '1d 01:07',
      lastSeen: 41,
      on: fileServer,
      details: { 'suspicious Process': 'c:\\users\\public\\svchost.exe', 'user Name': 'NORDLICHT\\backupsvc' },
      entities: [backupOperator, malware('Ransom:Win32/ColdDepot', 'Ransomware', [fakeHost])],
    },
  ],
  [
    {
      key: 'incident',
      title: 'Security incident: ransomware on {resource}',
      severity: 'High',
      status: 'InProgress',
      on: fileServer,
      stage: 'encrypted files of',
      members: ['guessing', 'guessed', 'fake-host', 'task', 'protection-off', 'dump', 'looking-around', 'encrypting'],
    },
  ],
);
