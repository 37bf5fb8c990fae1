import type { Agent, IncomingMessage } from 'node:http';

/** Agents that tunnel through a proxy name it; the tunnel stands when the request emits `proxyConnect`. */
export function isTunnel(agent: Agent | undefined): boolean {
  return agent !== undefined && 'proxy' in agent;
}

/**
 * Whether an answer to an https request came over TLS. A proxy that refuses to open a tunnel answers in plain text, and
 * agents hand that out as if it were the server's: its 200 or 403 must not be taken for Azure's.
 */
export function provesItself({ socket }: IncomingMessage): boolean {
  return 'encrypted' in socket && socket.encrypted === true;
}
