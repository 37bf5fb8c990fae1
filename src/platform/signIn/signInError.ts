import type { SignInDetail } from '../../domain/signInDetail.ts';

/**
 * A sign-in that cannot succeed, for a reason that we know ourselves. The adapter takes the name of an error for the
 * detail of the failure: it is in another bundle, and knows no class of this one.
 */
export class SignInError extends Error {
  constructor(detail: SignInDetail) {
    super('There is no token.');
    this.name = detail;
  }
}
