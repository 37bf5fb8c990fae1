import { assertNever } from '../../src/domain/assertNever.ts';
import type { ArmRequest, ArmResponse } from '../../src/sample/index.ts';

/** What a test may let go wrong with one request. */
export type Fault =
  /** Another answer than the real one. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** What a captive portal or a proxy does: status 200 and a page in HTML. */
  | { readonly kind: 'html200' }
  /** The real list, leading on to an address of the test's choice. */
  | { readonly kind: 'nextLink'; readonly nextLink: string }
  /** The real answer, late. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The connection breaks in the middle of a compressed body. */
  | { readonly kind: 'cut' };

/** Decides for each request to Resource Manager or Entra ID whether something goes wrong. */
export type Faults = (request: ArmRequest) => Fault | undefined;

/** An answer, and what is to happen to it on its way. */
export interface Delivery {
  readonly response: ArmResponse;
  readonly delayMilliseconds?: number;
  readonly cut?: true;
}

export function deliver(response: ArmResponse, fault: Fault | undefined): Delivery {
  if (fault === undefined) return { response };
  switch (fault.kind) {
    case 'answer':
      return { response: { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? '' } };
    case 'html200':
      return {
        response: {
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: '<html><body>Please sign in to this network.</body></html>',
        },
      };
    case 'nextLink':
      return { response: { ...response, body: leadingTo(response.body, fault.nextLink) } };
    case 'delay':
      return { response, delayMilliseconds: fault.milliseconds };
    case 'cut':
      return { response, cut: true };
    default:
      return assertNever(fault);
  }
}

function leadingTo(body: string, nextLink: string): string {
  return JSON.stringify({ ...(JSON.parse(body) as object), nextLink });
}
