import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import type { AzureFailure } from '../domain/azureFailure.ts';
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

interface HeldToken {
  /** What it was asked for: a token for one scope or tenant is never given out for another. */
  readonly purpose: string;
  readonly token: AccessToken;
  readonly since: number;
}

/** How the last sign-in ended. `expiresAt` is epoch milliseconds. */
export type TokenState =
  | { readonly kind: 'none' }
  | { readonly kind: 'held'; readonly expiresAt: number }
  | { readonly kind: 'failed'; readonly failure: AzureFailure };

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
  readonly #deadline: number;
  readonly #asking = new Map<string, Promise<string>>();
  #source: TokenCredential;
  #held: HeldToken | undefined;
  #failure: AzureFailure | undefined;
  /** Counts how often everything was forgotten: a sign-in that began before is not kept when it ends. */
  #forgotten = 0;

  /**
   * @param renew makes the source anew, for when a token of it was refused, or it gave none.
   * @param deadline milliseconds that a sign-in may take.
   */
  constructor(source: TokenCredential, clock: Clock, renew?: () => TokenCredential, deadline = signInDeadline) {
    this.#source = source;
    this.#clock = clock;
    this.#renew = renew;
    this.#deadline = deadline;
  }

  get state(): TokenState {
    if (this.#held !== undefined) return { kind: 'held', expiresAt: this.#held.token.expiresOnTimestamp };
    return this.#failure === undefined ? { kind: 'none' } : { kind: 'failed', failure: this.#failure };
  }

  /** @throws FailureError `notSignedIn`, `offline` or another of the transport; never what the credential threw, which may hold secrets. */
  async getToken(scopes: string | string[], options: GetTokenOptions = {}): Promise<AccessToken> {
    const held = options.claims === undefined ? this.#usableToken(purposeOf(scopes, options)) : undefined;
    return { token: held ?? (await this.#askOnce(scopes, options)), expiresOnTimestamp: 0 };
  }

  /**
   * Makes the next request ask for a new token, after the service has refused this one. A token that another request has
   * fetched meanwhile stays, and so does what others are waiting for: one refusal is no reason to sign in twice.
   */
  forget(refused: string): void {
    if (this.#held?.token.token !== refused) return;
    this.#held = undefined;
    this.#renewSource();
  }

  /** After the person has signed out, or in anew: no token of before is given out or kept any more. */
  forgetAll(): void {
    this.#forgotten += 1;
    this.#held = undefined;
    this.#failure = undefined;
    this.#asking.clear();
    this.#renewSource();
  }

  /** Some sources keep tokens themselves, and refusals too: a refused one would come back. */
  #renewSource(): void {
    if (this.#renew !== undefined) this.#source = this.#renew();
  }

  #usableToken(purpose: string): string | undefined {
    if (this.#held?.purpose !== purpose) return undefined;
    const { token, since } = this.#held;
    const now = this.#clock.now();
    const usable = now < token.expiresOnTimestamp - renewBefore || Math.abs(now - since) < leastReuse;
    return usable ? token.token : undefined;
  }

  #askOnce(scopes: string | string[], options: GetTokenOptions): Promise<string> {
    const question = JSON.stringify([purposeOf(scopes, options), options.claims]);
    const under = this.#asking.get(question);
    if (under !== undefined) return under;
    const asking = this.#ask(scopes, options).finally(() => {
      if (this.#asking.get(question) === asking) this.#asking.delete(question);
    });
    this.#asking.set(question, asking);
    return asking;
  }

  async #ask(scopes: string | string[], options: GetTokenOptions): Promise<string> {
    // The signal of one request must not end a sign-in that others wait for.
    const { abortSignal: _, ...shared } = options;
    const forgotten = this.#forgotten;
    try {
      const token = await bounded({ milliseconds: this.#deadline }, () => this.#source.getToken(scopes, shared));
      if (token === null) throw new FailureError({ kind: 'notSignedIn' });
      if (forgotten === this.#forgotten) {
        this.#held = { purpose: purposeOf(scopes, options), token, since: this.#clock.now() };
        this.#failure = undefined;
      }
      return token.token;
    } catch (error) {
      const failure = signInFailure(error);
      // A challenge that was not met is about one request; for others the token may still do.
      if (forgotten === this.#forgotten && options.claims === undefined) {
        this.#held = undefined;
        this.#failure = failure;
        if (failure.kind === 'notSignedIn') this.#renewSource();
      }
      throw new FailureError(failure);
    }
  }
}

function purposeOf(scopes: string | string[], { tenantId }: GetTokenOptions): string {
  return JSON.stringify([[scopes].flat(), tenantId]);
}

function signInFailure(error: unknown): AzureFailure {
  if (error instanceof FailureError) {
    const { failure } = error;
    // Our own deadline: the network may be fine, the sign-in is what did not answer.
    const late = failure.kind === 'offline' && failure.detail === 'ETIMEDOUT';
    return late ? { kind: 'notSignedIn', detail: 'SignInTimedOut' } : failure;
  }
  const transport = transportFailure(error);
  if (transport !== undefined) return transport;
  const detail = signInDetail(error);
  return detail === undefined ? { kind: 'notSignedIn' } : { kind: 'notSignedIn', detail };
}

/** Entra's error number or the error's class: what can be looked up, without the message around it. */
function signInDetail(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const number = /AADSTS\d{4,8}/.exec(error.message)?.[0];
  return number ?? (/^\w{1,60}$/.test(error.name) ? error.name : undefined);
}
