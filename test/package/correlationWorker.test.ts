import path from 'node:path';
import { expect, it } from 'vitest';
import { correlationThread } from '../../src/platform/correlationThread.ts';
import { WorkerClient } from '../../src/services/workerClient.ts';
import { attackStory } from '../builders/attackStory.ts';
import { defaultOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { correlate } from '../../src/domain/correlation/correlate.ts';

it('the packaged worker correlates', async () => {
  const client = new WorkerClient(
    correlationThread(path.resolve(import.meta.dirname, '../../dist/correlation-worker.js')),
  );
  client.announceRun(1);
  await client.call('take', JSON.stringify(attackStory()), []);
  const found = await client.call('correlate', 1, defaultOptions);
  expect(found?.incidents.map(({ id }) => id)).toEqual(correlate(attackStory()).incidents.map(({ id }) => id));
  client.dispose();
});
