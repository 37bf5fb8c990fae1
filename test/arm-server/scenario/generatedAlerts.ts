import type { SampleSubscription } from '../../../src/sample/directory.ts';
import type { SampleAlert } from '../../../src/sample/wire/sampleAlert.ts';
import { machines } from '../../../src/sample/alertTypes/machines.ts';
import { placeOf } from '../../../src/sample/scenarios/cast.ts';
import { smallRandom } from '../../../src/sample/scenarios/smallRandom.ts';
import { linuxMachine } from '../../../src/sample/scenarios/resources.ts';
import { composeAlert } from '../../../src/sample/wire/composeAlert.ts';
import { ip } from '../../../src/sample/wire/entities.ts';

const regions = ['westeurope', 'centralus'] as const;

/** `count` alerts of one subscription, in two regions: guessed passwords that did not fit. The same in every run. */
export function generatedAlerts(subscription: SampleSubscription, count: number, now: number): readonly SampleAlert[] {
  const random = smallRandom(count);
  return Array.from({ length: count }, (_, index) => {
    const address = `198.51.100.${String(1 + random(250))}`;
    const machine = `vm-web-${String(random(30))}`;
    return composeAlert(
      {
        key: `generated/${subscription.subscriptionId}/${String(index)}`,
        kind: machines.sshGuessing,
        at: `${1 + random(29)}d ${twoDigits(random(24))}:${twoDigits(random(60))}`,
        lasts: 2 + random(55),
        on: linuxMachine(subscription, 'web', machine, regions[index % regions.length] ?? 'westeurope'),
        facts: { ip: address, count: String(20 + random(400)) },
        entities: [ip(address, placeOf(index))],
      },
      now,
    );
  });
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
