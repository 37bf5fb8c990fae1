import fc from 'fast-check';
import type { Alert } from '../../src/domain/alert.ts';
import { severities } from '../../src/domain/severity.ts';
import { aMemberEntity, anEntity, aServiceIncident, hour, noon, virtualMachine } from './alert.ts';
import { aHash, anAddress, aPerson, at } from './correlationWorld.ts';

const intents = ['PreAttack', 'InitialAccess', 'Execution', 'Persistence', 'LateralMovement', 'Impact', 'Unknown'];

/** When the service processed what stands; everything older is stale. */
const processingEndTime = noon + 100 * 24 * hour;

const names = { maxLength: 2 } as const;

/** What one alert of a small world says; all of them draw from the same few machines, addresses and people. */
const words = fc.record({
  later: fc.oneof(fc.nat(8), fc.nat(10 * 24)),
  timeless: fc.nat(15).map((dice) => dice === 0),
  detector: fc.nat(5),
  intent: fc.constantFrom(...intents),
  severity: fc.constantFrom(...severities),
  tenant: fc.constantFrom(undefined, undefined, 't1', 't2'),
  machines: fc.uniqueArray(fc.nat(4), names),
  addresses: fc.uniqueArray(fc.nat(3), names),
  people: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), names),
  hashes: fc.uniqueArray(fc.nat(2), names),
  /** Also names the person, or the machine, by another of its names. */
  named: fc.boolean(),
});

type Words = typeof words extends fc.Arbitrary<infer T> ? T : never;

const declaration = fc.array(fc.nat(30), { maxLength: 6 });

/** Up to thirty alerts that may have anything to do with one another, and incidents of the service over some of them. */
export const aSmallWorld: fc.Arbitrary<readonly Alert[]> = fc
  .tuple(fc.array(words, { maxLength: 30 }), fc.array(declaration, { maxLength: 2 }))
  .map(([alerts, declarations]) => [
    ...alerts.map((said, index) => spoken(said, `a${String(index)}`)),
    ...declarations.map((members, index) =>
      aServiceIncident(
        `s${String(index)}`,
        [aMemberEntity(members.map((member) => `2517000000000000000_a${String(member)}`))],
        { processingEndTime },
      ),
    ),
  ]);

/** Every alert of a world in any order, some of them twice, some preceded or followed by an older delivery of their own. */
export function deliveriesOf(world: readonly Alert[]): fc.Arbitrary<readonly Alert[]> {
  const dated = world.filter((alert) => alert.processingEndTime !== undefined);
  const stale = fc
    .subarray(dated)
    .chain((chosen) => fc.tuple(...chosen.map((alert) => words.map((said) => older(alert, said)))));
  return fc.tuple(fc.subarray([...world]), stale).chain(([twice, old]) => {
    const all = [...world, ...twice, ...old];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
}

/** An earlier delivery of an alert, which said something else. */
function older(alert: Alert, said: Words): Alert {
  const called = alert.systemAlertId.slice(alert.systemAlertId.indexOf('_') + 1);
  return { ...spoken(said, called), processingEndTime: processingEndTime - hour };
}

function spoken(said: Words, called: string): Alert {
  const { timeless, detector, intent, severity, tenant, named } = said;
  const machines = said.machines.map((machine) => virtualMachine(`m-${String(machine)}`));
  const upn = (person: number): object => (named ? { name: `p${String(person)}`, upnSuffix: 'contoso.example' } : {});
  const alert = at(noon + said.later * hour, called, {
    alertType: `T${String(detector)}`,
    intent,
    severity,
    processingEndTime,
    on: machines,
    ...(tenant === undefined ? {} : { tenantId: tenant }),
    entities: [
      ...said.addresses.map((address) => anAddress(`203.0.113.${String(address)}`)),
      ...said.people.map((person) => aPerson(person, { ...upn(person) })),
      ...said.hashes.map((hash) => aHash(`hash${String(hash)}`)),
      ...(named ? said.machines.map((machine) => anEntity({ type: 'host', hostName: `m-${String(machine)}` })) : []),
    ],
  });
  if (!timeless) return alert;
  const { startTime, endTime, processingEndTime: _, ...rest } = alert;
  return startTime === endTime ? rest : alert;
}
