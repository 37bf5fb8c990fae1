import { expect, it } from 'vitest';
import { FailureError } from '../../src/azure/failureError.ts';
import { toFailure } from '../../src/azure/toFailure.ts';

it('a failure keeps its cause on the way from one bundle to another, which has a class of its own', async () => {
  const copy = '../../src/azure/failureError.ts?anotherBundle';
  const other = (await import(copy)) as typeof import('../../src/azure/failureError.ts');
  expect(other.FailureError).not.toBe(FailureError);
  const error = new other.FailureError({ kind: 'notSignedIn', detail: 'AzNotFound' });
  expect(toFailure(error, 0)).toEqual({ kind: 'notSignedIn', detail: 'AzNotFound' });
  for (const foreign of [new Error('x'), { failure: {} }, null, 'x']) expect(foreign).not.toBeInstanceOf(FailureError);
});
