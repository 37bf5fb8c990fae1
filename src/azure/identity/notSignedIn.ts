import type { SignInDetail } from '../../domain/signInDetail.ts';
import { FailureError } from '../failureError.ts';

/** A sign-in that cannot succeed, for a reason that we know ourselves. */
export function notSignedIn(detail: SignInDetail): FailureError {
  return new FailureError({ kind: 'notSignedIn', detail });
}
