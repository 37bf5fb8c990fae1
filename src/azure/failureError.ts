import type { AzureFailure } from '../domain/azureFailure.ts';

/** Carries a failure through code that can only throw (pipeline policies, credentials) to the edge of this room. */
export class FailureError extends Error {
  readonly failure: AzureFailure;

  constructor(failure: AzureFailure) {
    super(failure.kind);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** An answer or a request that breaks a rule of this adapter; `code` is one of our own words. */
export function unexpected(code: string, status?: number): FailureError {
  return new FailureError({ kind: 'unexpected', code, ...(status === undefined ? {} : { status }) });
}
