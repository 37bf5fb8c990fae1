import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import type { Clock } from '../services/ports.ts';
import { bounded } from './bounded.ts';
import { FailureError } from './failureError.ts';
import { transportFailure } from './toFailure.ts';

/** A sign-in that takes longer has failed: the Azure CLI needs seconds, and nothing may hang a refresh. */
const signInDeadline = 20_000;

/** A token is renewed this long before it expires. */
const renewBefore = 120_000;

/** With a local clock that runs hours ahead every token looks expired; even then one is asked for at most so often. */
const leastReuse = 60_000;

/**
 * One token for all clients of a tenant: some credentials do not cache at all (each call starts an `az` process).
 *
 * Every token is handed to the SDK as already expired. That makes the SDK ask here before each request and wait for the
 * answer; the background renewal that it would start otherwise is awaited by nobody, so that a failing sign-in becomes
 * an unhandled rejection of the extension host.
 */
export class CachedCredential implements TokenCredential {
  readonly #clock: Clock;
  readonly #renew: (() => TokenCredential) | undefined;
  #source: TokenCredential;
  #held: { readonly token: AccessToken; readonly since: number } | undefined;
  #asking: Promise<string> | undefined;

  /** @param renew makes the source anew, for when a token of it was refused. */
  constructor(source: TokenCredential, clock: Clock, renew?: () => TokenCredential) {
    this.#source = source;
    this.#clock = clock;
    this.#renew = renew;
  }

  /** @throws FailureError `notSignedIn`, `offline` or `untrusted`; never what the credential threw, which may hold secrets. */
  async getToken(scopes: string | string[], options: GetTokenOptions = {}): Promise<AccessToken> {
    const challenged = options.claims !== undefined;
    const held = challenged ? undefined : this.#usableToken();
    return { token: held ?? (await this.#askOnce(scopes, options)), expiresOnTimestamp: 0 };
  }

  /**
   * Makes the next request ask for a new token, after the service has refused one. Given the refused one, a token that
   * another request has fetched meanwhile stays.
   */
  forget(refused?: string): void {
    if (refused !== undefined && this.#held?.token.token !== refused) return;
    this.#held = undefined;
    // Some sources keep tokens themselves, and a refused one would come back.
    if (this.#renew !== undefined) this.#source = this.#renew();
  }

  #usableToken(): string | undefined {
    if (this.#held === undefined) return undefined;
    const { token, since } = this.#held;
    const now = this.#clock.now();
    const usable = now < token.expiresOnTimestamp - renewBefore || Math.abs(now - since) < leastReuse;
    return usable ? token.token : undefined;
  }

  #askOnce(scopes: string | string[], options: GetTokenOptions): Promise<string> {
    this.#asking ??= this.#ask(scopes, options).finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #ask(scopes: string | string[], options: GetTokenOptions): Promise<string> {
    // The signal of one request must not end a sign-in that others wait for.
    const { abortSignal: _, ...shared } = options;
    try {
      const token = await bounded({ milliseconds: signInDeadline }, () => this.#source.getToken(scopes, shared));
      if (token === null) throw new FailureError({ kind: 'notSignedIn' });
      this.#held = { token, since: this.#clock.now() };
      return token.token;
    } catch (error) {
      this.#held = undefined;
      throw signInFailure(error);
    }
  }
}

function signInFailure(error: unknown): FailureError {
  if (error instanceof FailureError) {
    // Our own deadline: the network may be fine, the sign-in is what did not answer.
    const late = error.failure.kind === 'offline';
    return late ? new FailureError({ kind: 'notSignedIn', detail: 'SignInTimedOut' }) : error;
  }
  const transport = transportFailure(error);
  if (transport !== undefined) return new FailureError(transport);
  const detail = signInDetail(error);
  return new FailureError(detail === undefined ? { kind: 'notSignedIn' } : { kind: 'notSignedIn', detail });
}

/** Entra's error number or the error's class: what can be looked up, without the message around it. */
function signInDetail(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const number = /AADSTS\d{4,8}/.exec(error.message)?.[0];
  return number ?? (/^\w{1,60}$/.test(error.name) ? error.name : undefined);
}
