import { createHash } from 'node:crypto';
import type { Account } from '../chosenAccount.ts';
import type { Identity } from './cacheOwner.ts';

/**
 * As whom VS Code's sessions sign in: the account that was chosen, as long as it is there; without a choice, the only
 * one. Of several, VS Code itself says which when it gives the first token; until then nobody can tell.
 */
export function accountIdentity(present: readonly Pick<Account, 'id'>[], chosen: Account | undefined): Identity {
  if (chosen === undefined && present.length > 1) return { kind: 'unknown' };
  return named(present.filter(({ id }) => chosen === undefined || id === chosen.id).map(({ id }) => id));
}

/** An identity by all its names, in whichever order; nobody without any. A hash, since it is stored. */
export function named(names: readonly string[]): Identity {
  if (names.length === 0) return { kind: 'nobody' };
  const whole = JSON.stringify([...new Set(names)].toSorted());
  return { kind: 'named', name: createHash('sha256').update(whole).digest('hex').slice(0, 32) };
}
