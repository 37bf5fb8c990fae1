import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { optional } from '../steps/manualStep.ts';
import { typesOf, type Engine } from './engine.ts';
import { lockUser, narrowFirewall, readServerLog, removeDatabaseFootholds, usePrivateNetworks } from './serverSteps.ts';

/** A sign-in that is new: another place, data centre, domain or user. Mostly honest, which has to be shown. */
export function unusualSignInOn(engine: Engine): Runbook {
  return {
    id: `${engine.id}-unusual-sign-in`,
    title: `Unusual sign-in to a ${engine.label} server`,
    alertTypes: ['PrincipalAnomaly', 'DomainAnomaly', 'DataCenterAnomaly', 'GeoAnomaly'].flatMap((kind) =>
      typesOf(engine, kind),
    ),
    steps: [
      readServerLog(engine),
      {
        ...readActivityLog,
        instruction:
          'Lists what was done to the resource in Azure since the day before. A new application, replica or region, deployed shortly before, explains a new data centre; a firewall rule that was added explains a new place, or prepared it.',
      },
      engine.listRules,
      confirmWithOwner(
        'Ask whether an application moved, a person travels, a consultant began, or an administrator used a user that slept. User, address and time all have to be theirs.',
      ),
      {
        ...lockUser(engine),
        instruction: `Where nobody accounts for the sign-in: ${engine.lockUser.charAt(0).toLowerCase()}${engine.lockUser.slice(1)} Where somebody does, note who and until when, and leave it.`,
      },
      optional(narrowFirewall),
      optional(removeDatabaseFootholds),
      ...engine.hardening,
      usePrivateNetworks,
    ],
  };
}
