import type { Alert } from '../../src/domain/alert.ts';
import { anEntity, hour, minute, noon, virtualMachine } from './alert.ts';
import { anAddress, at } from './correlationWorld.ts';

/** An attacker goes from machine to machine under ever other addresses, so that the ends have nothing in common. */
export interface Walk {
  /** In order of time: the first three are one incident. */
  readonly alerts: readonly Alert[];
  readonly first: Alert;
  readonly middle: Alert;
  readonly last: Alert;
  /** Says the same as the last within the hour. */
  readonly repeat: Alert;
  /** On the first one's machine, but by another account, half a day later. */
  readonly stranger: Alert;
}

export function aWalk(): Walk {
  const address = (number: number) => anAddress(`203.0.113.${String(number)}`);
  const first = at(noon, 'first', {
    displayName: 'Traffic from an address of a scanner',
    alertType: 'Scan',
    intent: 'PreAttack',
    on: [virtualMachine('gate-01')],
    entities: [address(1)],
    severity: 'Low',
  });
  const middle = at(noon + 40 * minute, 'middle', {
    displayName: 'Sign-in with a stolen password',
    alertType: 'SignIn',
    intent: 'InitialAccess',
    on: [virtualMachine('jump-02')],
    entities: [address(1), address(2)],
  });
  const onFiles = { on: [virtualMachine('files-03')], entities: [address(2), address(3)], severity: 'High' } as const;
  const last = at(noon + 2 * hour, 'last', {
    displayName: 'Files encrypted',
    alertType: 'Ransom',
    intent: 'Impact',
    ...onFiles,
  });
  const repeat = at(noon + 2 * hour + 10 * minute, 'repeat', {
    displayName: 'Files encrypted',
    alertType: 'Ransom',
    intent: 'Impact',
    ...onFiles,
  });
  const stranger = at(noon + 19 * hour, 'stranger', {
    displayName: 'Unusual management operation',
    alertType: 'Operation',
    intent: 'Persistence',
    on: [virtualMachine('shop-web-01')],
    entities: [anEntity({ type: 'account', aadUserId: 'aaaaaaaa-0000-4000-8000-000000000007', name: 'deploy-agent' })],
  });
  const alerts = [first, middle, last, repeat, stranger];
  return { alerts, first, middle, last, repeat, stranger };
}
