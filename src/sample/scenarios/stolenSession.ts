import { serviceLayer } from '../alertTypes/serviceLayer.ts';
import { anonymityExitAt, deployer, formerColleague } from './cast.ts';
import { evidenceList } from './evidence.ts';
import { productionSubscription, secretsVault } from './resources.ts';
import { story } from './story.ts';

const anonymityExit = anonymityExitAt(68);

const facts = { account: 'former-contractor@nordlicht.example', ip: '192.0.2.68' };
const caller = { username: 'former-contractor@nordlicht.example', 'ip address': '192.0.2.68' };

/** The account of a colleague who left wakes up, takes rights over Azure itself and empties a vault. */
export const stolenSession = story('stolen-session', [
  {
    key: 'awake',
    kind: serviceLayer.sleepingAccount,
    at: '3d 22:48',
    on: productionSubscription,
    facts,
    details: caller,
    entities: [formerColleague, anonymityExit],
  },
  {
    key: 'address',
    kind: serviceLayer.suspectAddress,
    at: '3d 22:49',
    lasts: 130,
    on: productionSubscription,
    facts,
    details: caller,
    entities: [formerColleague, anonymityExit],
    status: 'InProgress',
  },
  {
    key: 'elevated',
    kind: serviceLayer.elevated,
    at: '3d 23:01',
    on: productionSubscription,
    facts,
    details: caller,
    entities: [formerColleague],
  },
  {
    key: 'role',
    kind: serviceLayer.roleGiven,
    at: '3d 23:09',
    on: productionSubscription,
    shouted: true,
    facts: { ...facts, role: 'Owner', subject: 'svc-deploy@nordlicht.example' },
    details: {
      ...caller,
      'assignee principal ID': 'svc-deploy@nordlicht.example',
      role: 'Owner',
      'scope of assignment': 'subscription',
    },
    entities: [formerColleague, deployer],
  },
  {
    key: 'keys',
    kind: serviceLayer.keysExtracted,
    at: '3d 23:40',
    lasts: 7,
    on: productionSubscription,
    facts,
    details: { ...caller, 'microBurst modules': 'Get-AZStorageKeysREST' },
    entities: [formerColleague, anonymityExit],
    links: [
      { href: 'https://intelligence.example/toolkits/storage-keys', label: 'About the toolkit' },
      {
        href: 'https://intelligence.example/reports/hiddenhallway',
        label: 'Report: HiddenHallway',
        category: 'threat_reports',
      },
      { href: 'https://intelligence.example/toolkits/storage-keys', label: 'About the toolkit' },
    ],
  },
  {
    key: 'vault-policy',
    kind: serviceLayer.vaultPolicy,
    at: '2d 00:02',
    on: secretsVault,
    facts,
    details: {
      'suspicious Operations': '[VaultPut:1, SecretGet:1]',
      'attacker IP Address': '192.0.2.68',
      'result Signature': 'OK',
    },
    entities: [formerColleague, anonymityExit],
  },
  {
    key: 'vault-listed',
    kind: serviceLayer.vaultListed,
    at: '2d 00:06',
    lasts: 11,
    on: secretsVault,
    shouted: true,
    facts: { ...facts, count: '37' },
    details: {
      'suspicious Operations': '[SecretList:2, SecretGet:37]',
      'attacker IP Address': '192.0.2.68',
      target: 'https://kv-parcel-secrets.vault.azure.net/secrets',
    },
    entities: [formerColleague, anonymityExit],
    evidence: evidenceList(['37 of 41 secrets were read within eleven minutes.', 'The four others are disabled.']),
  },
  {
    key: 'vault-address',
    kind: serviceLayer.vaultSuspectAddress,
    at: '2d 02:30',
    on: secretsVault,
    facts: { ip: '192.0.2.68' },
    details: { 'attacker IP Address': '192.0.2.68', 'result Signature': 'OK' },
    entities: [anonymityExit],
  },
]);
