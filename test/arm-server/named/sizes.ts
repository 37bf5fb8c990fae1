import { gzipSync } from 'node:zlib';
import type { Fault } from '../fault.ts';
import { always, answer, json, type NamedFault } from './namedFault.ts';

interface Page {
  readonly value: readonly { readonly id: string; readonly properties: Readonly<Record<string, unknown>> }[];
}

/** The page's rows over and over until there are so many, each an alert of its own, with a text of so many characters. */
function multiplied(count: number, characters: number): Fault {
  const description = 'x'.repeat(characters);
  return {
    kind: 'rewrite',
    rewrite: (body) => {
      const { value } = body as unknown as Page;
      return { value: Array.from({ length: count }, (_, n) => renamed(value[n % value.length], n, description)) };
    },
  };
}

function renamed(row: Page['value'][number] | undefined, n: number, description: string): object {
  const name = `many-${String(n)}`;
  const properties = { ...row?.properties, systemAlertId: name, description };
  return { ...row, id: `${row?.id ?? ''}-${name}`, name, properties };
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
  'F29 5,000 alerts': () => always(multiplied(5_000, 3_000)),
  'F29 50 MB': () => always(multiplied(5_000, 9_000)),
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
