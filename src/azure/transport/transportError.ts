import { FailureError, unexpected } from '../failureError.ts';
import { transportFailure } from '../toFailure.ts';

/** How VS Code's agent begins the only error that it has for proxies, whose own code it drops. */
const vscodeProxyError = 'Failed to establish a socket connection to proxies';

/**
 * What an error before the answer means.
 *
 * @param throughTunnel the error came while a proxy was being asked to open a tunnel: then it is the proxy's.
 */
export function connectionError(error: NodeJS.ErrnoException, throughTunnel: boolean): FailureError {
  const failure = transportFailure(error);
  if (error.message.startsWith(vscodeProxyError)) return new FailureError({ kind: 'proxyRefused' });
  if (throughTunnel && failure?.kind !== 'untrusted') {
    return new FailureError({ kind: 'proxyRefused', detail: failure?.detail ?? error.name });
  }
  return failure === undefined ? unexpected(error.code ?? error.name) : new FailureError(failure);
}

/** An answer that began and cannot be read to its end: reset, closed too early, cut or damaged compression. */
export function bodyError(error: unknown): FailureError {
  return error instanceof FailureError ? error : unexpected('UnreadableAnswer');
}
