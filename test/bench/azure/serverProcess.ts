import { createServer } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../arm-server/certificate.ts';
import { GraphQuotaWindow } from '../../arm-server/graphQuotaWindow.ts';
import { benchEstate } from './benchEstate.ts';

/** A process of its own: the alerts of an estate behind HTTPS, each answer late by so many milliseconds. */
const [subscriptions = 0, alertsEach = 0, latency = 0, queries = 0, seconds = 0] = process.argv.slice(2).map(Number);
const estate = benchEstate(subscriptions, alertsEach);
const quota = queries === 0 ? undefined : new GraphQuotaWindow({ queries, seconds }, () => Date.now());
const { key, cert } = await makeCertificate();

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const server = createServer({ key, cert }, (incoming, outgoing) => {
  answer(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ origin: `https://127.0.0.1:${String((server.address() as AddressInfo).port)}`, certificate: cert });
});
process.once('disconnect', () => process.exit());

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { status = 200, headers = {}, body } = replyTo(incoming, Buffer.concat(chunks).toString());
  await wait(latency);
  outgoing.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-encoding': 'gzip',
    'content-length': String(body.length),
    ...headers,
  });
  outgoing.end(body);
}

function replyTo({ method, url = '' }: IncomingMessage, text: string): Reply {
  if (method === 'GET') {
    const id = /subscriptions\/([^/]+)/.exec(url)?.[1] ?? '';
    return { body: estate.get(id)?.page ?? gzipSync('{"value":[]}') };
  }
  const granted = quota?.ask();
  if (granted?.refusal !== undefined) return { ...granted.refusal, body: gzipSync(granted.refusal.body) };
  return { body: graphBody(text), headers: granted?.headers ?? {} };
}

interface GraphRequest {
  readonly query: string;
  readonly subscriptions: readonly string[];
}

function graphBody(text: string): Buffer {
  const request = JSON.parse(text) as GraphRequest;
  const asked = request.subscriptions.filter((id) => estate.has(id)).sort();
  if (request.query.includes('summarize')) {
    const plans = ['VirtualMachines:Standard:'];
    const data = asked.map((id) => ({ id, alerts: alertsEach, plans }));
    return gzipSync(JSON.stringify({ totalRecords: data.length, count: data.length, resultTruncated: 'false', data }));
  }
  const rows = asked.flatMap((id, index) => [...(index === 0 ? [] : [comma]), estate.get(id)?.rows ?? Buffer.alloc(0)]);
  const count = asked.length * alertsEach;
  const start = `{"totalRecords":${String(count)},"count":${String(count)},"resultTruncated":"false","facets":[],"data":[`;
  return Buffer.concat([gzipSync(start), ...rows, end]);
}

const comma = gzipSync(',');
const end = gzipSync(']}');
