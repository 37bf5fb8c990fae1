import { machines } from '../alertTypes/machines.ts';
import { estate } from '../directory.ts';
import { ip } from '../wire/entities.ts';
import { placeOf } from './cast.ts';
import { smallRandom } from './smallRandom.ts';
import { windowsMachine } from './resources.ts';
import { story } from './story.ts';
import type { AlertDraft } from '../wire/alertDraft.ts';
import type { SampleResource } from '../wire/resource.ts';

/** How many alerts each region of the fleet has: one needs a second page, the other does not. */
const alertsPerRegion = { centralus: 164, northeurope: 82 } as const;
const depotsPerRegion = 12;

/**
 * What most of a big estate's alerts are: guessed passwords that did not fit. Generated from a fixed seed, so that the
 * fleet is the same in every session.
 */
export const fleetNoise = story('fleet-noise', [...noiseIn('centralus', 11), ...noiseIn('northeurope', 12)]);

function noiseIn(region: keyof typeof alertsPerRegion, seed: number): readonly AlertDraft[] {
  const random = smallRandom(seed);
  return Array.from({ length: alertsPerRegion[region] }, (_, index) => {
    const source = 1 + random(76);
    const address = `203.0.113.${String(source)}`;
    const failures = 20 + random(400);
    return {
      key: `${region}/${String(index)}`,
      kind: machines.rdpGuessing,
      at: `${1 + random(29)}d ${twoDigits(random(24))}:${twoDigits(random(60))}` as const,
      lasts: 2 + random(55),
      on: terminalOf(region, seed * 100 + random(depotsPerRegion)),
      severity: failures > 300 ? 'Medium' : 'Low',
      status: random(10) === 0 ? 'Dismissed' : 'Active',
      facts: { ip: address },
      details: {
        'attacker source IP': `IP Address: ${address}`,
        'number of failed authentication attempts to host': String(failures),
        'was RDP session initiated': 'No',
      },
      entities: [ip(address, placeOf(source))],
    };
  });
}

function terminalOf(region: string, number: number): SampleResource {
  return windowsMachine(estate, `depot-${String(number)}`, `vm-depot-${String(number)}-term`, region);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
