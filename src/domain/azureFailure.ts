/**
 * Why something could not be read from or written to Azure: a small closed set, so that every surface can say what
 * happened and what to do next. Never holds a token, a header or a body.
 */
export type AzureFailure =
  | { readonly kind: 'notSignedIn'; readonly detail?: string }
  /** `action` is the ARM action that is not allowed, where the service named one. */
  | { readonly kind: 'forbidden'; readonly action?: string }
  /** Microsoft.Security is not registered on the subscription. */
  | { readonly kind: 'notRegistered' }
  /** `retryAt`: epoch milliseconds from which a new try makes sense. */
  | { readonly kind: 'throttled'; readonly retryAt: number }
  | { readonly kind: 'offline'; readonly detail?: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unexpected'; readonly code: string; readonly status?: number; readonly requestId?: string };

export type AzureResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: AzureFailure };
