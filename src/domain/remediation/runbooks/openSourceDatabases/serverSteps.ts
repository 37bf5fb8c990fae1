import type { RunbookStep } from '../runbook.ts';
import { manualStep } from '../steps/manualStep.ts';
import type { Engine } from './engine.ts';

/** Sign-ins stand in the log of the server, where somebody keeps it. */
export function readServerLog({ label }: Engine): RunbookStep {
  return manualStep(
    'triage',
    'read-server-log',
    'Read who signed in and what they did',
    `In the log of the ${label} server look at sign-ins of the user and the address of the alert, failed and successful, and at what the session did: dumps of whole tables, new users, changed rights, new functions. Where only errors are logged, open sessions are all that can be seen: look at them now.`,
    { mandatory: true },
  );
}

/** The firewall of these servers knows only rules that let in. */
export const narrowFirewall: RunbookStep = manualStep(
  'contain',
  'narrow-the-firewall',
  'Take the address out of the firewall rules',
  'The firewall knows only rules that let in. Find the rule whose range holds the address and narrow it to the addresses that you use, or delete it. A change ends no session that is open: end those as well.',
  { mandatory: true, risk: 'medium' },
);

/** In the words of the engine. */
export function lockUser(engine: Engine): RunbookStep {
  return manualStep(
    'contain',
    'lock-the-user',
    'Lock the user and end its sessions',
    `${engine.lockUser} For the user of an application give it a new password instead, and change the connection string in the same hour.`,
    { mandatory: true, risk: 'high' },
  );
}

/** What an intruder leaves in such a database. */
export const removeDatabaseFootholds: RunbookStep = manualStep(
  'eradicate',
  'remove-what-was-left',
  'Remove what was left in the database',
  'Look for users made since, members of administrative roles, functions, triggers, extensions and events that nobody accounts for, and drop them after a copy. A table with a note of ransom means that data were taken or deleted. Change secrets that are stored in tables.',
  { mandatory: true, risk: 'medium' },
);

/** The lasting answer. */
export const usePrivateNetworks: RunbookStep = manualStep(
  'prevent',
  'use-private-networks',
  'Let only private networks reach the server',
  'Move the server behind a private endpoint or into a virtual network and turn public access off. Until then name single addresses only, and no rule that lets in all of Azure.',
);
