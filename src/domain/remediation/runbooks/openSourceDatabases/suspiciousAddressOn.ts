import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { optional } from '../steps/manualStep.ts';
import { typesOf, type Engine } from './engine.ts';
import { lockUser, narrowFirewall, readServerLog, removeDatabaseFootholds, usePrivateNetworks } from './serverSteps.ts';

/** A valid sign-in from an address with a bad name, or from a cloud in which you have nothing. */
export function suspiciousAddressOn(engine: Engine): Runbook {
  return {
    id: `${engine.id}-suspicious-address`,
    title: `${engine.label} sign-in from a suspicious address`,
    alertTypes: [...typesOf(engine, 'SuspiciousIpAnomaly'), ...typesOf(engine, 'CloudProviderAnomaly')],
    steps: [
      readServerLog(engine),
      {
        ...readActivityLog,
        instruction:
          'Lists what was done to the resource in Azure since the day before. Look for a firewall rule that was added for this address, and for a password of the administrator that was reset: then Azure was entered before the database was.',
      },
      engine.listRules,
      confirmWithOwner(
        'Ask whether a service of theirs runs in that cloud or at that address: a reporting tool, a migration, a build agent. Rented machines of a cloud are where attackers work from, so they have to name the service.',
      ),
      lockUser(engine),
      narrowFirewall,
      engine.stopServer,
      optional(removeDatabaseFootholds),
      engine.restoreCopy,
      usePrivateNetworks,
    ],
  };
}
