import { createServer } from 'node:net';

/**
 * A TCP port of 127.0.0.1 that is free now.
 * @param preferred returned if it is free; otherwise the system chooses.
 */
export async function freePort(preferred = 0): Promise<number> {
  const port = await tryPort(preferred);
  return port ?? freePort();
}

async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const chosen = typeof address === 'object' ? address?.port : undefined;
      server.close(() => {
        resolve(chosen);
      });
    });
  });
}
