import type { Alert } from '../../src/domain/alert.ts';
import { hour, noon, virtualMachine } from './alert.ts';
import { anAddress, at } from './correlationWorld.ts';

/** An incident that an address holds together, and one that needs no address: one resource, along the kill chain. */
export const byAddress: readonly Alert[] = [
  at(noon, 'one', { alertType: 'One', on: [virtualMachine('a')], entities: [anAddress('203.0.113.7')] }),
  at(noon + hour, 'two', { alertType: 'Two', on: [virtualMachine('b')], entities: [anAddress('203.0.113.7')] }),
];
export const byResource: readonly Alert[] = [
  at(noon, 'probe', { alertType: 'Probe', intent: 'PreAttack', on: [virtualMachine('z')] }),
  at(noon + hour, 'xentry', { alertType: 'Entry', intent: 'InitialAccess', on: [virtualMachine('z')] }),
];
