import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { optional } from '../steps/manualStep.ts';
import { typesOf, type Engine } from './engine.ts';
import { lockUser, narrowFirewall, readServerLog, removeDatabaseFootholds, usePrivateNetworks } from './serverSteps.ts';

/** Passwords are guessed. One type for failed, for valid names and for success: the alert's text tells which. */
export function bruteForceOn(engine: Engine): Runbook {
  return {
    id: `${engine.id}-brute-force`,
    title: `Password guessing against a ${engine.label} server`,
    alertTypes: typesOf(engine, 'BruteForce'),
    steps: [
      {
        ...readServerLog(engine),
        id: 'tell-success-from-failure',
        title: 'Find out whether a guess succeeded',
        instruction: `In the log of the ${engine.label} server compare failed with successful sign-ins from the address of the alert. One success makes it a compromise, whatever the title of the alert says. Names that exist, tried again and again, mean that the attacker knows your users.`,
      },
      engine.listRules,
      confirmWithOwner(
        'Ask whether a password was changed and an application still uses the old one: that comes from your own address with one user name, and repeats in even steps.',
      ),
      narrowFirewall,
      lockUser(engine),
      engine.stopServer,
      optional(removeDatabaseFootholds),
      ...engine.hardening,
      usePrivateNetworks,
    ],
  };
}
