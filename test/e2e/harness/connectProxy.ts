import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A proxy as companies have them: it opens tunnels, here all of them to one port of this machine. */
export interface ConnectProxy {
  readonly address: string;
  /** The `host:port` of each tunnel so far. */
  readonly tunnels: readonly string[];
  /** From now on it refuses, as proxies do that want to know who asks. */
  refuse(): void;
  close(): Promise<void>;
}

export async function startConnectProxy(targetPort: number): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  let refusing = false;
  const server = createServer((_, answer) => answer.writeHead(405).end());
  server.on('connect', ({ url = '' }, client: Socket) => {
    sockets.add(client);
    client.on('error', () => undefined);
    if (refusing) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    tunnels.push(url);
    const target = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    target.on('error', () => client.destroy());
    client.on('close', () => target.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    tunnels,
    refuse: () => {
      refusing = true;
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      if (server.listening) await once(server, 'close');
    },
  };
}
