import { machines } from '../alertTypes/machines.ts';
import { network } from '../alertTypes/network.ts';
import { estate } from '../directory.ts';
import { connection, entityOf, localAccount } from '../wire/entities.ts';
import { guesserAt } from './cast.ts';
import { windowsMachine } from './resources.ts';
import { story } from './story.ts';

const guesser = guesserAt(77);

const terminal = windowsMachine(estate, 'depot-07', 'vm-depot-07-term', 'centralus');
const clerk = localAccount('clerk', entityOf(terminal));
const who = { ip: '203.0.113.77', account: 'clerk' };

/** Among hundreds of failed sign-ins one succeeds. One member of the incident has left the list. */
export const depotBreach = story(
  'depot-breach',
  [
    {
      key: 'guessed',
      kind: machines.rdpGuessed,
      at: '1d 04:55',
      on: terminal,
      facts: { ...who, count: '380' },
      details: { 'attacker source IP': 'IP Address: 203.0.113.77', 'was RDP session initiated': 'Yes' },
      entities: [guesser, clerk, connection(guesser, 3389)],
    },
    {
      key: 'commands',
      kind: machines.suspiciousActivity,
      at: '1d 05:10',
      lasts: 4,
      on: terminal,
      facts: { ...who, count: '9', process: 'net user /domain' },
      details: { 'user Name': 'clerk', 'suspicious Command Line': 'net user /domain' },
      entities: [clerk],
    },
    {
      key: 'others',
      kind: network.outgoingRdp,
      at: '1d 05:31',
      lasts: 50,
      on: terminal,
      facts: { count: '41' },
      details: { 'destination Port': '3389' },
    },
  ],
  [
    {
      key: 'incident',
      title: 'Security incident: {resource} used to reach other machines',
      severity: 'Medium',
      on: terminal,
      stage: 'attacked other resources from',
      members: ['guessed', 'commands', 'others'],
      missing: [
        { key: 'early-guessing', kind: machines.rdpGuessing, at: '9d 02:40', lasts: 70, on: terminal, facts: who },
      ],
    },
  ],
);
