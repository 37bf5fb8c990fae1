import type { AzureFailure } from '../domain/azureFailure.ts';

const mark = Symbol.for('securityIncidents.FailureError');

/**
 * Carries a failure through code that can only throw (pipeline policies, credentials) to the edge of this room.
 *
 * An `instanceof` holds across bundles: `dist/identity.js` has a copy of this class of its own, and a failure of it that
 * `dist/azure.js` did not know would lose its cause.
 */
export class FailureError extends Error {
  readonly failure: AzureFailure;
  readonly [mark] = true;

  constructor(failure: AzureFailure) {
    super(failure.kind);
    this.name = 'FailureError';
    this.failure = failure;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && mark in value;
  }
}

/** An answer or a request that breaks a rule of this adapter; `code` is one of our own words. */
export function unexpected(code: string, status?: number): FailureError {
  return new FailureError({ kind: 'unexpected', code, ...(status === undefined ? {} : { status }) });
}
