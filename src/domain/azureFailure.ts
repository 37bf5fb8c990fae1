/**
 * Why something could not be read from or written to Azure: a small closed set, so that every surface can say what
 * happened and what to do next. Never holds a token or a body.
 */
export type AzureFailure =
  | {
      readonly kind: 'notSignedIn';
      readonly detail?: string;
      /** The service's `WWW-Authenticate` challenge as it was sent, for a sign-in that satisfies it. Never logged. */
      readonly claims?: string;
      /** Milliseconds by which this machine's clock differs from the service's, where that explains a refused token. */
      readonly clockOff?: number;
    }
  /** `action` is the ARM action that is not allowed, where the service named one. */
  | { readonly kind: 'forbidden'; readonly action?: string }
  /** Microsoft.Security is not registered on the subscription. */
  | { readonly kind: 'notRegistered' }
  /** The subscription is gone or never was within reach of this sign-in, or it was disabled by its owner or for billing. */
  | { readonly kind: 'subscriptionUnavailable'; readonly reason: 'notFound' | 'disabled' }
  /** `retryAt`: epoch milliseconds from which a new try makes sense. */
  | { readonly kind: 'throttled'; readonly retryAt: number }
  | { readonly kind: 'offline'; readonly detail?: string }
  /** The other side's certificate is not trusted; `detail` is the TLS layer's code. */
  | { readonly kind: 'untrusted'; readonly detail?: string }
  /** The configured proxy refused the connection or could not be reached. */
  | { readonly kind: 'proxyRefused'; readonly detail?: string }
  /** Something between here and Azure answered in its place, such as a proxy's or a hotel's sign-in page. */
  | { readonly kind: 'notAzure' }
  /** The answer is larger than anything that Azure sends on purpose. */
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unexpected'; readonly code: string; readonly status?: number; readonly requestId?: string };

export type AzureResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: AzureFailure };
