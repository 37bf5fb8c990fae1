import { setTimeout as wait } from 'node:timers/promises';
import { faulty, steady, type FaultWorld } from './faultWorld.ts';
import { HoldWatch } from './holdWatch.ts';
import { startProduct, type Product } from './product.ts';
import { subscriptionRow } from './subscriptionRow.ts';
import { snapshotOf, type Seen, type Sight, type Trial } from './trial.ts';
import { Unheard } from './unheard.ts';

/** Long enough for a request to be under way. Milliseconds. */
const underWay = 10;

/**
 * Lets the fault happen to a product that has read everything, and takes down what is seen.
 *
 * @param look has a look at it before another refresh under the same fault is begun and cancelled.
 */
export async function undergo(
  world: FaultWorld,
  trial: Trial,
  look: (seen: Sight) => void | Promise<void> = () => undefined,
): Promise<Seen> {
  const { subscriptionId = faulty, meanwhile = refreshOnce } = trial;
  const begin = async (): Promise<void> => {
    if (trial.spoil === undefined) world.inject(trial.fault, subscriptionId);
    else await trial.spoil(world);
  };
  try {
    await trial.prepare?.(world);
    const first = startProduct(world, { selected: [subscriptionId, steady], ...trial });
    await first.refresher.refresh();
    const before = first.store.state;
    const checklists = await world.checklistBytes();
    await begin();
    const [requests, connections] = [world.requests().length, world.elsewhere.connections()];
    const watch = new HoldWatch();
    const unheard = new Unheard();
    try {
      const began = performance.now();
      const product = (await meanwhile(first, world)) ?? first;
      const milliseconds = performance.now() - began;
      const strain = watch.stop();
      const { state } = product.store;
      const sent = world.requests().slice(requests);
      const seen: Sight = {
        product,
        before,
        state,
        snapshot: snapshotOf(state, subscriptionId),
        row: subscriptionRow(state, subscriptionId),
        requests: sent.filter(({ url }) => url.includes(subscriptionId)).length,
        milliseconds,
        strain,
        checklists: [checklists, await world.checklistBytes()],
        strayed: world.elsewhere.connections() - connections,
        hosts: new Set(sent.map(({ headers }) => headers['host'])),
      };
      await look(seen);
      if (trial.spoil === undefined) await begin();
      const cancelled = await cancelOne(product, trial.cancelAfter ?? underWay);
      return { ...seen, cancelled, unheard: await unheard.stop() };
    } finally {
      watch.stop();
      await unheard.stop();
    }
  } finally {
    world.inject(undefined, subscriptionId);
    await trial.mend?.(world);
  }
}

async function refreshOnce({ refresher }: Product): Promise<undefined> {
  await refresher.refresh();
}

/** Begins another refresh and cancels it as a person would. */
async function cancelOne({ refresher, store }: Product, after: number): Promise<Seen['cancelled']> {
  const refreshed = refresher.refresh();
  await wait(after);
  const began = performance.now();
  refresher.cancel();
  await refreshed;
  return { milliseconds: performance.now() - began, state: store.state };
}
