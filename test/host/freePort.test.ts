import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from './freePort.ts';

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server = undefined;
});

async function listen(port: number): Promise<number> {
  const listening = createServer();
  await new Promise<void>((resolve, reject) => {
    listening.once('error', reject);
    listening.listen(port, '127.0.0.1', resolve);
  });
  server = listening;
  return (listening.address() as AddressInfo).port;
}

describe('freePort', () => {
  it('returns a port that can be listened on', async () => {
    const port = await freePort();
    await expect(listen(port)).resolves.toBe(port);
  });

  it('returns the preferred port while it is free', async () => {
    const preferred = await freePort();
    await expect(freePort(preferred)).resolves.toBe(preferred);
  });

  it('returns another port when the preferred one is taken', async () => {
    const taken = await listen(0);
    await expect(freePort(taken)).resolves.not.toBe(taken);
  });
});
