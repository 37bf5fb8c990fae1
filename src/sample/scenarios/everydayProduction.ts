import { appService } from '../alertTypes/appService.ts';
import { containers } from '../alertTypes/containers.ts';
import { databases } from '../alertTypes/databases.ts';
import { machines } from '../alertTypes/machines.ts';
import { network } from '../alertTypes/network.ts';
import { serviceLayer } from '../alertTypes/serviceLayer.ts';
import { production } from '../directory.ts';
import { dnsName, entityOf } from '../wire/entities.ts';
import { cluster, namespace, pod, container } from '../wire/kubernetesEntities.ts';
import { anonymityExitAt, platformOperator, partnerOffice, nightOperator, scannerAt } from './cast.ts';
import { kubernetes, linuxMachine, productionSubscription, secretsVault, sqlDatabase, webApp } from './resources.ts';
import { story } from './story.ts';

const anonymityExit = anonymityExitAt(89);
const scanner = scannerAt(163);

const staging = kubernetes(production, 'routing', 'aks-staging');
const inCluster = cluster('aks-staging', entityOf(staging));
const logs = container(
  'log-shipper',
  'registry.example/ops/log-shipper:4',
  pod('log-shipper-x2', namespace('ops', inCluster)),
);
const mail = linuxMachine(production, 'office', 'vm-mail-01', 'northeurope');
const jump = linuxMachine(production, 'platform', 'vm-jump-01', 'westeurope');
const invoices = sqlDatabase(production, 'finance', 'sql-finance', 'invoices');
const campaign = webApp(production, 'marketing', 'app-summer-campaign');

/** Alerts that belong to no story: each stands alone, and some were dealt with long ago. */
export const everydayProduction = story('everyday-production', [
  {
    key: 'dangling',
    kind: appService.danglingName,
    at: '8d 07:00',
    on: campaign,
    facts: { domain: 'summer.nordlicht.example' },
    details: { 'domain Name': 'summer.nordlicht.example' },
  },
  {
    key: 'webhook',
    kind: containers.webhook,
    at: '6d 10:41',
    on: staging,
    facts: { binding: 'policy-agent' },
    details: { 'webhook configuration rules': '["*/*"]', 'resource name': 'policy-agent' },
    entities: [inCluster, platformOperator],
    status: 'Dismissed',
  },
  {
    key: 'mount',
    kind: containers.sensitiveMount,
    at: '5d 10:50',
    on: staging,
    facts: { workload: 'log-shipper', path: '/var/log' },
    details: { 'sensitive mount path': '/var/log', 'sensitive mount name': 'logs' },
    entities: [logs],
  },
  {
    key: 'traffic',
    kind: network.unrecommendedTraffic,
    at: '2d 00:00',
    lasts: 1380,
    on: jump,
    details: { 'source IP(s) [Number of attempts]': '203.0.113.163 [6]', 'destination Port': '22' },
    entities: [scanner],
  },
  {
    key: 'phishing-name',
    kind: network.dnsPhishing,
    at: '4d 08:19',
    on: jump,
    facts: { domain: 'nordlicht-signin.example' },
    details: { domainName: 'nordlicht-signin.example' },
    entities: [dnsName('nordlicht-signin.example', [partnerOffice], partnerOffice)],
  },
  {
    key: 'anonymity',
    kind: network.dnsAnonymity,
    at: '9d 20:05',
    on: mail,
    facts: { domain: 'relay.onion.example' },
    details: { domainName: 'relay.onion.example' },
    entities: [anonymityExit],
    status: 'Resolved',
  },
  {
    key: 'mail',
    kind: machines.mailRelay,
    at: '5d 03:28',
    on: mail,
    facts: { ip: '203.0.113.163' },
    details: { 'suspicious Process': '/usr/sbin/exim4', 'user Name': 'Debian-exim' },
    entities: [scanner],
  },
  {
    key: 'new-person',
    kind: databases.sqlNewPerson,
    at: '1d 09:05',
    on: invoices,
    facts: { account: 'night-operator@nordlicht.example' },
    details: { 'client Principal Name': 'night-operator@nordlicht.example' },
    entities: [nightOperator],
    status: 'Dismissed',
  },
  {
    key: 'vault-denied',
    kind: serviceLayer.vaultDenied,
    at: '1d 13:33',
    lasts: 5,
    on: secretsVault,
    facts: { account: 'platform-operator@nordlicht.example', count: '6' },
    details: { 'result Signature': 'Forbidden' },
    entities: [platformOperator],
  },
  {
    key: 'custom-role',
    kind: serviceLayer.customRole,
    at: '7d 11:00',
    on: productionSubscription,
    facts: { account: 'night-operator@nordlicht.example', role: 'Platform operator' },
    details: { 'role definition name': 'Platform operator' },
    entities: [nightOperator],
    status: 'Resolved',
  },
  {
    key: 'credential',
    kind: serviceLayer.highRiskCredential,
    at: '6d 15:12',
    on: productionSubscription,
    facts: { account: 'platform-operator@nordlicht.example', operation: 'listKeys on stcustomsarchive' },
    details: { username: 'platform-operator@nordlicht.example' },
    entities: [platformOperator],
  },
]);
