import { containers } from '../alertTypes/containers.ts';
import { production } from '../directory.ts';
import { entityOf, process } from '../wire/entities.ts';
import { cluster, container, namespace, pod, service } from '../wire/kubernetesEntities.ts';
import { anonymityExitAt, deployer } from './cast.ts';
import { evidenceTable } from './evidence.ts';
import { kubernetes } from './resources.ts';
import { story } from './story.ts';

const anonymityExit = anonymityExitAt(66);

const routing = kubernetes(production, 'routing', 'aks-routing');
const inCluster = cluster('aks-routing', entityOf(routing));
const tools = namespace('tools', inCluster);
const workload = pod('telemetry-7f6d9', tools);
const running = container('telemetry', 'registry.example/public/telemetry:latest', workload);
const tokenLine = 'curl -H Metadata:true http://169.254.169.254/metadata/identity/oauth2/token';
const mineLine = './telemetry --donate-level 0 -o pool.coins.example:443';
const node = {
  type: 'host',
  hostName: 'aks-pool1-0003',
  netBiosName: 'aks-pool1-0003',
  osFamily: 'Linux',
  osVersion: 'Linux',
};
const facts = { namespace: 'tools', workload: 'telemetry', account: 'svc-deploy@nordlicht.example' };

/** From an open dashboard to the whole cluster. Two members of the service's incident have aged out of the list. */
export const clusterTakeover = story(
  'cluster-takeover',
  [
    {
      key: 'image',
      kind: containers.miningImage,
      at: '4d 03:31',
      on: routing,
      facts: { ...facts, image: 'registry.example/public/telemetry:latest' },
      details: {
        namespace: 'tools',
        'container image': 'registry.example/public/telemetry:latest',
        'pod name': 'telemetry-7f6d9',
      },
      entities: [running],
    },
    {
      key: 'privileged',
      kind: containers.privileged,
      at: '4d 03:32',
      on: routing,
      facts,
      details: { namespace: 'tools', 'container name': 'telemetry', 'pod name': 'telemetry-7f6d9' },
      entities: [running],
    },
    {
      key: 'token',
      kind: containers.metadata,
      at: '4d 04:10',
      on: routing,
      facts: { ...facts, process: tokenLine },
      details: { 'suspicious Command Line': tokenLine, 'container ID': '5b1c0f6a77d2' },
      entities: [running, process({ commandLine: tokenLine, host: node })],
    },
    {
      key: 'binding',
      kind: containers.adminBinding,
      at: '4d 04:26',
      on: routing,
      facts: { ...facts, subject: 'system:serviceaccount:tools:telemetry', binding: 'telemetry-admin' },
      details: { username: 'svc-deploy@nordlicht.example', 'resource name': 'telemetry-admin' },
      entities: [inCluster, deployer, anonymityExit],
      evidence: evidenceTable(
        'Changes of roles',
        ['Time (UTC)', 'Binding', 'Role', 'Subject'],
        [['04:26:19', 'telemetry-admin', 'cluster-admin', 'tools/telemetry']],
      ),
    },
    {
      key: 'events',
      kind: containers.eventsDeleted,
      at: '4d 04:40',
      on: routing,
      facts,
      details: { namespace: 'tools', username: 'svc-deploy@nordlicht.example' },
      entities: [tools],
    },
    {
      key: 'mining',
      kind: containers.nodeMining,
      at: '3d 06:02',
      lastSeen: 65,
      on: routing,
      facts: { ...facts, process: mineLine, node: 'aks-pool1-0003' },
      details: { 'suspicious Command Line': mineLine, 'container ID': '5b1c0f6a77d2' },
      entities: [running, process({ commandLine: mineLine, host: node })],
    },
  ],
  [
    {
      key: 'incident',
      title: 'Security incident: cluster {resource} taken over',
      severity: 'High',
      on: routing,
      stage: 'taken over',
      members: ['image', 'privileged', 'token', 'binding', 'events', 'mining'],
      missing: [
        {
          key: 'dashboard',
          kind: containers.exposedDashboard,
          at: '6d 11:20',
          on: routing,
          facts,
          entities: [service('kubernetes-dashboard', tools)],
        },
        {
          key: 'mount',
          kind: containers.sensitiveMount,
          at: '5d 23:55',
          on: routing,
          facts: { ...facts, path: '/etc/kubernetes' },
        },
      ],
    },
  ],
);
