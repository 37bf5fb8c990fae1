import type { Encoding, Fault, Manner } from '../fault.ts';
import { always, answer, onLists, once, type NamedFault } from './namedFault.ts';

function spoilt(manner: Manner, encoding?: Encoding): Fault {
  return { kind: 'spoilt', manner, ...(encoding && { encoding }) };
}

/** Each packing of the body, each way to end a connection, one time or always. */
function cuts(): Record<string, NamedFault> {
  const bodies: readonly [string, Encoding, boolean][] = [
    ['identity', 'identity', false],
    ['chunked', 'identity', true],
    ['gzip', 'gzip', false],
    ['gzip in chunks', 'gzip', true],
    ['deflate', 'deflate', false],
    ['br', 'br', false],
  ];
  return Object.fromEntries(
    bodies.flatMap(([name, encoding, chunked]) =>
      (['fin', 'rst'] as const).flatMap((by) => {
        const fault = spoilt({ kind: 'cut', by, chunked }, encoding);
        return [
          [`F22 ${name}, ${by}, once`, () => once(fault)],
          [`F22 ${name}, ${by}, always`, () => always(fault)],
        ];
      }),
    ),
  );
}

const cutJson: Fault = answer('{"value":[{"id":"/subscriptions/x');

export const brokenBodies: Readonly<Record<string, NamedFault>> = {
  'F21 once': () => once(spoilt({ kind: 'reset' })),
  'F21 always': () => always(spoilt({ kind: 'reset' })),
  ...cuts(),
  'F23 JSON cut, once': () => once(cutJson),
  'F23 JSON cut, always': () => always(cutJson),
  'F23 length too short': () => always(spoilt({ kind: 'length', difference: -100 }, 'identity')),
  'F23 length too long': () => always(spoilt({ kind: 'length', difference: 100 }, 'identity')),
  'F24 no head': () => always(spoilt({ kind: 'stall', at: 'head' })),
  'F24 half a body': () => always(spoilt({ kind: 'stall', at: 'body' }, 'identity')),
  'F24 half a gzip body': () => always(spoilt({ kind: 'stall', at: 'body' }, 'gzip')),
  'F24 a byte a second': () => always(spoilt({ kind: 'trickle' }, 'identity')),
  'F24 second page': () => onLists((n) => (n === 2 ? spoilt({ kind: 'stall', at: 'body' }) : undefined)),
};
