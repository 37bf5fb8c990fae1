import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { typesOf, type Engine } from './engine.ts';
import { lockUser, narrowFirewall, readServerLog, removeDatabaseFootholds, usePrivateNetworks } from './serverSteps.ts';

/** The program that signs in calls itself by the name of an attack tool. */
export function harmfulApplicationOn(engine: Engine): Runbook {
  return {
    id: `${engine.id}-harmful-application`,
    title: `Attack tool signs in to a ${engine.label} server`,
    alertTypes: typesOf(engine, 'HarmfulApplication'),
    steps: [
      {
        ...readServerLog(engine),
        instruction:
          'In the log of the server find the sign-ins with this program name: failed or successful, which users, what followed. Tools give their names away only when careless, so look at the same address without the name as well. An address of your own application server means that the tool runs there, or goes through an injection in the application.',
      },
      engine.listRules,
      confirmWithOwner(
        'Ask your security team whether a test is under way, from which address and until when. Developers do not use these programs by accident.',
      ),
      narrowFirewall,
      lockUser(engine),
      engine.stopServer,
      removeDatabaseFootholds,
      engine.restoreCopy,
      ...engine.hardening,
      usePrivateNetworks,
    ],
  };
}
