import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface ConnectProxy {
  /** For HTTPS_PROXY. */
  readonly address: string;
  /** Hosts and ports that tunnels were asked for. */
  readonly asked: readonly string[];
  /** Everything that clients sent outside of tunnels. */
  readonly heard: () => string;
  /** Closes every tunnel, and from now on answers with this status in place of one. */
  refuse(status: number): void;
  close(): Promise<void>;
}

/** A proxy of a company: it opens tunnels until it is told to refuse them. */
export async function startConnectProxy(): Promise<ConnectProxy> {
  let status = 200;
  const asked: string[] = [];
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    heard.push(JSON.stringify(incoming.headers));
    outgoing.writeHead(400).end();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.on('connect', (incoming, socket: Socket, first) => {
    asked.push(incoming.url ?? '');
    heard.push(JSON.stringify(incoming.headers), first.toString());
    if (status !== 200) {
      socket.end(
        `HTTP/1.1 ${String(status)} No\r\nproxy-authenticate: Basic realm="proxy"\r\ncontent-length: 15\r\n\r\n{"value":[]}   `,
      );
      return;
    }
    const { hostname, port } = new URL(`http://${incoming.url ?? ''}`);
    const beyond = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      beyond.pipe(socket).pipe(beyond);
    });
    beyond.on('error', () => socket.destroy());
    sockets.add(beyond);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    heard: () => heard.join('\n'),
    refuse(refusal) {
      status = refusal;
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
