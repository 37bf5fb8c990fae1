import { assertNever } from '../../src/domain/assertNever.ts';
import type { ArmRequest, ArmResponse } from '../../src/sample/index.ts';

/** How a body is packed; without a word, as the client asks for it. */
export type Encoding = 'identity' | 'gzip' | 'deflate' | 'br';

/** What happens to an answer on its way. */
export type Manner =
  | { readonly kind: 'whole' }
  | { readonly kind: 'late'; readonly milliseconds: number }
  /** The connection is reset before a byte of the answer. */
  | { readonly kind: 'reset' }
  /** The connection ends in the middle of the body: closed (FIN) or reset (RST), its length announced or in chunks. */
  | { readonly kind: 'cut'; readonly by: 'fin' | 'rst'; readonly chunked: boolean }
  /** Nothing more comes, and the connection stays: instead of the head, or in the middle of the body. */
  | { readonly kind: 'stall'; readonly at: 'head' | 'body' }
  /** The head comes at once, the body a byte a second. */
  | { readonly kind: 'trickle' }
  /** The announced length is off by so many bytes. */
  | { readonly kind: 'length'; readonly difference: number };

/** What a test may let go wrong with one request. */
export type Fault =
  /** Another answer than the real one, which the environment has carried out all the same. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Buffer;
      /** `body` is packed like this already. */
      readonly packed?: string;
    }
  /** What a captive portal or a proxy does: status 200 and a page in HTML. */
  | { readonly kind: 'html200' }
  /** The real list, leading on to an address of the test's choice. */
  | { readonly kind: 'nextLink'; readonly nextLink: unknown }
  /** The real answer with its JSON changed; a text is sent as it is, for JSON that no value can be written as. */
  | { readonly kind: 'rewrite'; readonly rewrite: (body: Record<string, unknown>) => unknown }
  /** The real answer by another clock. */
  | { readonly kind: 'dated'; readonly date: string }
  /** The real answer, late. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The real answer, spoilt on its way; `cut` alone breaks a compressed body in the middle. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'spoilt'; readonly manner: Manner; readonly encoding?: Encoding };

/** Decides for each request to Resource Manager or Entra ID whether something goes wrong. */
export type Faults = (request: ArmRequest) => Fault | undefined;

/** An answer, and what is to happen to it on its way. */
export interface Delivery {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Undefined: as the client asks for it. */
  readonly encoding?: Encoding;
  /** Content-Encoding of a body that is packed already. */
  readonly packed?: string;
  readonly manner: Manner;
}

const whole: Manner = { kind: 'whole' };

export function deliver(response: ArmResponse, fault: Fault | undefined): Delivery {
  if (fault === undefined) return { ...response, manner: whole };
  switch (fault.kind) {
    case 'answer': {
      const { status, headers = {}, body = '', packed } = fault;
      return { status, headers, body, manner: whole, ...(packed !== undefined && { packed }) };
    }
    case 'html200':
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html><body>Please sign in to this network.</body></html>',
        manner: whole,
      };
    case 'nextLink':
      return changed(response, (body) => ({ ...body, nextLink: fault.nextLink }));
    case 'rewrite':
      return changed(response, fault.rewrite);
    case 'dated':
      return { ...response, headers: { ...response.headers, date: fault.date }, manner: whole };
    case 'delay':
      return { ...response, manner: { kind: 'late', milliseconds: fault.milliseconds } };
    case 'cut':
      return { ...response, encoding: 'gzip', manner: { kind: 'cut', by: 'fin', chunked: false } };
    case 'spoilt':
      return { ...response, manner: fault.manner, ...(fault.encoding && { encoding: fault.encoding }) };
    default:
      return assertNever(fault);
  }
}

function changed(response: ArmResponse, change: (body: Record<string, unknown>) => unknown): Delivery {
  const value = change(JSON.parse(response.body) as Record<string, unknown>);
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return { ...response, body, manner: whole };
}
