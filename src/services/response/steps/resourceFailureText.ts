import type { AzureFailure } from '../../../domain/azureFailure.ts';
import { failureText } from '../../failureText.ts';

/** Why a resource could not be read, and what helps, in words of ours. */
export function resourceFailureText(failure: AzureFailure): string {
  if (failure.kind === 'forbidden') {
    return 'No access to the resource. Ask its owner for the role Reader; the roles for alerts do not allow reading other resources.';
  }
  const { cause, advice } = failureText(failure, () => 'a later time');
  return `${cause.slice(0, 1).toUpperCase()}${cause.slice(1)}. ${advice}`;
}
