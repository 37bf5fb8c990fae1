import type * as vscode from 'vscode';
import type { SignInDesk } from '../azure/signInDesk.ts';
import type { AzureFailure } from '../domain/azureFailure.ts';
import type { CloudEndpoints } from '../domain/cloudEndpoints.ts';
import { customCloudIncomplete } from '../domain/cloudEndpoints.ts';
import type { AzureGateway, Cancellation, Clock, Log } from '../services/ports.ts';
import type { Account } from './chosenAccount.ts';
import type { SignInMethod } from './settings.ts';
import { ChosenAccount } from './chosenAccount.ts';
import { closedGateway } from './closedGateway.ts';
import { readSettings, readSource, writeSignIn } from './settings.ts';
import type { SharedSignIn } from './sharedSignIn.ts';

export interface ConnectionDependencies {
  readonly memento: vscode.Memento;
  /** Whether the person is signed out, in whichever window. */
  readonly signIn: Pick<SharedSignIn, 'signedOut' | 'change' | 'look'>;
  readonly secrets: vscode.SecretStorage;
  readonly clock: Clock;
  readonly log: Log;
}

/** How a person wants to sign in. */
export interface SignInWish {
  readonly method: SignInMethod;
  /** `another`: VS Code asks which. Without it, the one that was chosen before. */
  readonly account?: Account | 'another' | undefined;
  /** Only into this tenant; everything else stays. */
  readonly tenantId?: string | undefined;
  /** The service's `WWW-Authenticate` challenge: sign in so that it is answered. */
  readonly challenge?: string | undefined;
}

interface Opened {
  readonly gateway: AzureGateway;
  /** Absent where nobody signs in: the sample environment, and a way that is closed. */
  readonly desk?: SignInDesk;
}

/**
 * The way to Azure that the settings describe. VS Code has no sign-out for one extension, so that a person who signs out
 * here is remembered as signed out until they sign in again, and nothing is asked of Azure in between.
 */
export class Connection {
  readonly accounts: ChosenAccount;
  readonly #dependencies: ConnectionDependencies;
  #opened: Promise<Opened> | undefined;
  #connectedBy: string | undefined;
  #openedSignedOut = false;
  /** Signed in already, for the next gateway to go on with: another `az` process for the same token costs a second. */
  #prepared: { readonly by: string; readonly desk: Promise<SignInDesk | undefined> } | undefined;

  constructor(dependencies: ConnectionDependencies) {
    this.#dependencies = dependencies;
    this.accounts = new ChosenAccount(dependencies.memento);
  }

  get signedOut(): boolean {
    return this.#dependencies.signIn.signedOut;
  }

  /** The same gateway until `reset`; loads the Azure adapter when first asked. */
  async gateway(): Promise<AzureGateway> {
    return (await this.#connected()).gateway;
  }

  /** Signing in as the settings say; undefined where nobody signs in. */
  async desk(): Promise<SignInDesk | undefined> {
    return (await this.#connected()).desk;
  }

  /** After a change of settings or account: forgets all tokens, and the next gateway is a new one. */
  reset(): void {
    this.#prepared = undefined;
    this.#leave();
  }

  #leave(): void {
    void this.#opened?.then(
      ({ desk }) => desk?.forgetAll(),
      () => undefined,
    );
    this.#opened = undefined;
    this.#connectedBy = undefined;
  }

  /** After a change of what concerns reading alone: the next gateway is a new one with the tokens of this one. */
  reopen(): void {
    const desk = this.#opened?.then(
      (opened) => opened.desk,
      () => undefined,
    );
    if (desk !== undefined) this.#prepared = { by: deskKey(readSettings().signIn), desk };
    this.#opened = undefined;
  }

  /** The gateway in use was made for other settings than those of now. */
  isOutdated(): boolean {
    return this.#connectedBy !== undefined && this.#connectedBy !== JSON.stringify(readSettings());
  }

  /** Signs in as wished, without changing what is in use. Gives why that failed, or `cancelled`, if so. */
  async trySignIn(wish: SignInWish, cancellation: Cancellation): Promise<AzureFailure | undefined> {
    const { method, tenantId } = wish;
    // What was prepared before may hold tokens of the account that is left.
    this.#prepared = undefined;
    if (method === 'sample') return undefined;
    const { cloud, endpoints } = readSettings();
    if (endpoints === undefined) return { kind: 'unexpected', code: customCloudIncomplete };
    if (method === 'vscode') {
      const { signInInteractively } = await import('./signIn/index.ts');
      return signInInteractively({ cloud, endpoints, accounts: this.accounts }, wish, cancellation);
    }
    const desk = await this.#openDesk(method, endpoints);
    const failure = await desk.check(tenantId, cancellation);
    if (failure === undefined) this.#prepared = { by: deskKey(method), desk: Promise.resolve(desk) };
    return failure;
  }

  /** From now on as this method says. */
  async use(method: SignInMethod): Promise<void> {
    // Before the setting changes: whoever hears of that must not take the old connection for an outdated one in use.
    this.#leave();
    if (method !== readSettings().signIn) await writeSignIn(method);
    // Last, since other windows read as soon as they hear of it.
    await this.#dependencies.signIn.change(false);
  }

  /** Looks for what other windows did, where they could not be heard. */
  look(): Promise<void> {
    return this.#dependencies.signIn.look();
  }

  /** After signing in to one tenant: its next token is a new one. Other tenants keep theirs. */
  async renewTenant(tenantId: string): Promise<void> {
    (await this.desk())?.credential(tenantId).forgetAll();
  }

  async signOut(): Promise<void> {
    await this.#dependencies.signIn.change(true);
    await this.accounts.choose(readSettings().cloud, undefined);
    this.reset();
  }

  #connected(): Promise<Opened> {
    // Another window may have signed out since, or in, and this one may not have heard of it yet.
    if (this.#opened !== undefined && this.#openedSignedOut !== this.signedOut) this.reset();
    this.#opened ??= this.#open();
    return this.#opened;
  }

  async #open(): Promise<Opened> {
    this.#openedSignedOut = this.signedOut;
    if (this.#openedSignedOut) return { gateway: closedGateway({ kind: 'notSignedIn' }) };
    this.#connectedBy = JSON.stringify(readSettings());
    try {
      return await this.#connect();
    } catch (error) {
      // Kept, a failure to load the adapter would outlast its cause.
      this.reset();
      throw error;
    }
  }

  async #connect(): Promise<Opened> {
    const { clock, log } = this.#dependencies;
    const { signIn: method, endpoints } = readSettings();
    const source = readSource();
    if (method === 'sample') {
      const { createSampleGateway } = await import('../azure/index.ts');
      return { gateway: createSampleGateway({ clock, log, source }) };
    }
    if (endpoints === undefined) {
      return { gateway: closedGateway({ kind: 'unexpected', code: customCloudIncomplete }) };
    }
    const { createAzureGateway } = await import('../azure/index.ts');
    const prepared = this.#prepared?.by === deskKey(method) ? this.#prepared.desk : undefined;
    this.#prepared = undefined;
    const desk = (await prepared) ?? (await this.#openDesk(method, endpoints));
    return { desk, gateway: createAzureGateway({ endpoints, credential: desk.credential, clock, log, source }) };
  }

  async #openDesk(method: Exclude<SignInMethod, 'sample'>, endpoints: CloudEndpoints): Promise<SignInDesk> {
    const { secrets, clock } = this.#dependencies;
    const [{ SignInDesk }, { credentialFor }] = await Promise.all([
      import('../azure/index.ts'),
      import('./signIn/index.ts'),
    ]);
    const { cloud } = readSettings();
    const credential = await credentialFor(method, { cloud, endpoints, accounts: this.accounts, secrets });
    return new SignInDesk({ credential, endpoints, clock });
  }
}

function deskKey(method: SignInMethod): string {
  return JSON.stringify({ ...readSettings(), signIn: method });
}
