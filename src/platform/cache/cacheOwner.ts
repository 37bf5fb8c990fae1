import { createHash } from 'node:crypto';
import type * as vscode from 'vscode';
import type { Settings } from '../settings.ts';

/** Who is signed in, in words that differ between accounts; `unknown` where that cannot be learned at this moment. */
export type Identity =
  { readonly kind: 'named'; readonly name: string } | { readonly kind: 'nobody' } | { readonly kind: 'unknown' };

export interface CacheOwnerDependencies {
  readonly memento: vscode.Memento;
  readonly settings: () => Settings;
  readonly signedOut: () => boolean;
  readonly identify: (settings: Settings) => Promise<Identity>;
}

/** Whose data may be kept and shown: a hash, nobody's, or the same as before as far as anybody can tell. */
export type Ownership =
  { readonly kind: 'owner'; readonly owner: string } | { readonly kind: 'nobody' } | { readonly kind: 'unknown' };

const nobody: Ownership = { kind: 'nobody' };

/**
 * Whose data the alerts on the screen are: the cloud, the way of signing in, and who signed in, as one hash. What is
 * kept on this machine is kept under it, so that nobody sees what another account read. Nobody's where nothing may be
 * kept: signed out, and the sample environment.
 */
export class CacheOwner {
  readonly #dependencies: CacheOwnerDependencies;

  constructor(dependencies: CacheOwnerDependencies) {
    this.#dependencies = dependencies;
  }

  /** Without asking VS Code for its accounts, which takes it a while when it starts: those of the last time. */
  async atStart(): Promise<Ownership> {
    const { identify, memento, settings } = this.#dependencies;
    const { signIn } = settings();
    if (signIn !== 'vscode') return this.#ownership(await identify(settings()));
    const name = memento.get<unknown>(this.#rememberedKey());
    return this.#ownership(typeof name === 'string' ? { kind: 'named', name } : { kind: 'nobody' });
  }

  /** As it is at this moment. */
  async now(): Promise<Ownership> {
    const { identify, memento, settings } = this.#dependencies;
    const identity = await identify(settings());
    if (settings().signIn === 'vscode' && identity.kind !== 'unknown') {
      const name = identity.kind === 'named' ? identity.name : undefined;
      if (memento.get<unknown>(this.#rememberedKey()) !== name) await memento.update(this.#rememberedKey(), name);
    }
    return this.#ownership(identity);
  }

  #ownership(identity: Identity): Ownership {
    const { settings, signedOut } = this.#dependencies;
    const { signIn, endpoints } = settings();
    if (signedOut() || signIn === 'sample' || endpoints === undefined) return nobody;
    if (identity.kind !== 'named') return identity;
    const { resourceManagerEndpoint, authorityHost } = endpoints;
    const whole = JSON.stringify([resourceManagerEndpoint, authorityHost, signIn, identity.name]);
    return { kind: 'owner', owner: createHash('sha256').update(whole).digest('hex').slice(0, 32) };
  }

  #rememberedKey(): string {
    return `cacheOwner:${this.#dependencies.settings().cloud}`;
  }
}
