import type { Fault } from '../fault.ts';
import { always, answer, bodyCanary, json, type NamedFault } from './namedFault.ts';

const list = JSON.stringify({ value: [] });
const utf16 = Buffer.from(`\uFEFF${list}`, 'utf16le');

function alwaysJson(body: string): NamedFault {
  return () => always(answer(body));
}

function typed(contentType: string): Readonly<Record<string, string>> {
  return contentType === '' ? {} : { 'content-type': contentType };
}

/** Rows that are no alerts among those that are. */
function withStrangeRows(): Fault {
  const strange = [null, 5, 'x', {}, [], { id: '' }, { id: 7 }];
  return {
    kind: 'rewrite',
    rewrite: (body) => {
      const [first, ...rows] = body['value'] as readonly object[];
      return { ...body, value: [{ ...first, properties: null }, ...strange, ...rows] };
    },
  };
}

export const envelopes: Readonly<Record<string, NamedFault>> = {
  F25: () => always(answer(`<!doctype html><title>Sign in</title>${bodyCanary}`, { 'content-type': 'text/html' })),
  'F25 called JSON': () => always(answer(`<html>${bodyCanary}</html>`)),
  'F26 text/plain': () => always(answer(list, typed('text/plain'))),
  'F26 no content type': () => always(answer(list, typed(''))),
  'F26 utf-16': () => always(answer(utf16, typed('application/json; charset=utf-16'))),
  'F26 byte order mark': () => always(answer(`\uFEFF${list}`)),
  'F26 unknown charset': () => always(answer(list, typed('application/json; charset=klingon'))),
  'F26 text that is no list': () => always(answer('come back later', typed('text/plain'))),
  'F26 utf-16 called utf-8': () => always(answer(utf16)),
  'F27 empty': alwaysJson(''),
  'F27 204': () => always({ kind: 'answer', status: 204, headers: json }),
  'F27 null': alwaysJson('null'),
  'F27 []': alwaysJson('[]'),
  'F27 "x"': alwaysJson('"x"'),
  'F27 {}': alwaysJson('{}'),
  'F27 value null': alwaysJson('{"value":null}'),
  'F27 value {}': alwaysJson('{"value":{}}'),
  F28: () => always(withStrangeRows()),
};
