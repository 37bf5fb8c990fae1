import { userInfo } from 'node:os';

/** Who works on this machine, for "done by": the account's name in the operating system. */
export function localUser(): string {
  try {
    return userInfo().username;
  } catch {
    // Containers can run as a user id that has no name.
    return 'unknown user';
  }
}
