import { gzipSync } from 'node:zlib';
import type { Fault } from '../fault.ts';
import { always, answer, json, type NamedFault } from './namedFault.ts';

interface Page {
  readonly value: readonly { readonly id: string; readonly properties: Readonly<Record<string, unknown>> }[];
}

/** So many alerts on one page, each with a text of so many characters; made and packed before anybody asks. */
function manyAlerts(count: number, characters: number): NamedFault {
  return ({ subscriptionId, now }) => {
    const description = 'x'.repeat(characters);
    const properties = {
      severity: 'Low',
      status: 'Active',
      timeGeneratedUtc: new Date(now()).toISOString(),
      description,
    };
    const place = `/subscriptions/${subscriptionId}/providers/Microsoft.Security/locations/westeurope/alerts`;
    const value = Array.from({ length: count }, (_, n) => {
      const name = `many-${String(n)}`;
      return { id: `${place}/${name}`, name, properties: { ...properties, systemAlertId: name } };
    });
    const body = gzipSync(JSON.stringify({ value }), { level: 1 });
    return always({ kind: 'answer', status: 200, headers: json, body, packed: 'gzip' });
  };
}

/** Zeros, a megabyte in each member of the gzip stream: a kilobyte on the wire each. */
function bomb(megabytes: number): Fault {
  const member = gzipSync(Buffer.alloc(1024 * 1024));
  const body = Buffer.concat(Array.from({ length: megabytes }, () => member));
  return { kind: 'answer', status: 200, headers: json, body, packed: 'gzip' };
}

/** The first row of the page carries this value, written as it is into the JSON. */
function rowWith(text: string): Fault {
  const marker = '"?marker?"';
  return {
    kind: 'rewrite',
    rewrite: (body) => {
      const [first, ...rest] = (body as unknown as Page).value;
      const row = { ...first, properties: { ...first?.properties, strange: '?marker?' } };
      return JSON.stringify({ ...body, value: [row, ...rest] }).replace(marker, () => text);
    },
  };
}

const depth = 100_000;

export const sizes: Readonly<Record<string, NamedFault>> = {
  'F29 5,000 alerts': manyAlerts(5_000, 3_000),
  'F29 50 MB': manyAlerts(5_000, 10_200),
  'F30 300 MB': () => always(bomb(300)),
  'F30 600 MB': () => always(bomb(600)),
  'F31 nested': () => always(rowWith(`${'['.repeat(depth)}${']'.repeat(depth)}`)),
  'F31 nested page': () => always(answer(`{"value":${'['.repeat(depth)}${']'.repeat(depth)}}`)),
  'F31 long text': () => always(rowWith(JSON.stringify('y'.repeat(10_000_000)))),
  'F31 many keys': () =>
    always(rowWith(`{${Array.from({ length: 1_000_000 }, (_, n) => `"k${String(n)}":1`).join()}}`)),
  'F31 numbers': () => always(rowWith('[1e400,-1e400,1e-400,123456789012345678901234567890]')),
  'F31 lone surrogates': () => always(rowWith('"\\ud800 \\udc00"')),
};
