import type * as vscode from 'vscode';
import type { AzureFailure } from '../domain/azureFailure.ts';
import type { CloudEndpoints } from '../domain/cloudEndpoints.ts';
import type { AzureGateway, Clock, Log } from '../services/ports.ts';
import type { SignInMethod } from './settings.ts';
import { assertNever } from '../domain/assertNever.ts';
import { readSettings, readSource, writeSignIn } from './settings.ts';
import { sessionCredential, signInInteractively } from './sessionCredential.ts';

const signedOutKey = 'signedOut';

export interface ConnectionDependencies {
  readonly memento: vscode.Memento;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The way to Azure that the settings describe. VS Code has no sign-out for one extension, so that a person who signs out
 * here is remembered as signed out until they sign in again, and nothing is asked of Azure in between.
 */
export class Connection {
  readonly #dependencies: ConnectionDependencies;
  #gateway: Promise<AzureGateway> | undefined;
  #connectedBy: string | undefined;

  constructor(dependencies: ConnectionDependencies) {
    this.#dependencies = dependencies;
  }

  get signedOut(): boolean {
    return this.#dependencies.memento.get(signedOutKey, false);
  }

  /** The same gateway until `reset`; loads the Azure adapter when first asked. */
  gateway(): Promise<AzureGateway> {
    this.#gateway ??= this.#open();
    return this.#gateway;
  }

  /** After a change of settings or account: the next gateway is a new one. */
  reset(): void {
    this.#gateway = undefined;
    this.#connectedBy = undefined;
  }

  /** The gateway in use was made for other settings than those of now. */
  isOutdated(): boolean {
    return this.#connectedBy !== undefined && this.#connectedBy !== JSON.stringify(readSettings());
  }

  /** Signs in as the settings say, or by another method from now on. False when the person did not go through with it. */
  async signIn(method: SignInMethod = readSettings().signIn, tenantId?: string): Promise<boolean> {
    const { cloud, endpoints } = readSettings();
    if (method === 'vscode' && endpoints !== undefined) {
      const scope = `${endpoints.resourceManagerEndpoint}/.default`;
      if (!(await signInInteractively(cloud, scope, tenantId))) return false;
    }
    await this.#dependencies.memento.update(signedOutKey, undefined);
    // Before the setting changes: whoever hears of that must not take the old connection for an outdated one in use.
    this.reset();
    if (method !== readSettings().signIn) await writeSignIn(method);
    return true;
  }

  async signOut(): Promise<void> {
    await this.#dependencies.memento.update(signedOutKey, true);
    this.reset();
  }

  async #open(): Promise<AzureGateway> {
    if (this.signedOut) return closedGateway({ kind: 'notSignedIn' });
    this.#connectedBy = JSON.stringify(readSettings());
    try {
      return await this.#connect();
    } catch (error) {
      // Kept, a failure to load the adapter would outlast its cause.
      this.reset();
      throw error;
    }
  }

  async #connect(): Promise<AzureGateway> {
    const { clock, log } = this.#dependencies;
    const { signIn, cloud, endpoints } = readSettings();
    const source = readSource();
    if (signIn === 'sample') {
      const { createSampleGateway } = await import('../azure/index.ts');
      return createSampleGateway({ clock, log, source });
    }
    if (endpoints === undefined) return closedGateway({ kind: 'unexpected', code: 'CustomCloudSettingIncomplete' });
    const { createAzureGateway } = await import('../azure/index.ts');
    const credential = await credentialFor(signIn, endpoints, (tenantId) => sessionCredential(cloud, tenantId));
    return createAzureGateway({ endpoints, credential, clock, log, source });
  }
}

type CredentialForTenant = Parameters<typeof import('../azure/index.ts').createAzureGateway>[0]['credential'];

async function credentialFor(
  method: Exclude<SignInMethod, 'sample'>,
  endpoints: CloudEndpoints,
  session: CredentialForTenant,
): Promise<CredentialForTenant> {
  switch (method) {
    case 'vscode':
      return session;
    case 'azureCli':
      return (await import('../azure/identity.ts')).createAzureCliCredential();
    case 'environment':
      return (await import('../azure/identity.ts')).createEnvironmentCredential(process.env, endpoints);
    default:
      return assertNever(method);
  }
}

/** A way to Azure that is known to be closed: it says why without trying. */
function closedGateway(failure: AzureFailure): AzureGateway {
  const closed = () => Promise.resolve({ ok: false, failure } as const);
  const readAlerts: AzureGateway['readAlerts'] = (subscriptions, sink) => {
    for (const { subscriptionId } of subscriptions) sink.settled(subscriptionId, { ok: false, failure });
    return Promise.resolve();
  };
  return {
    listSubscriptions: closed,
    listAlerts: closed,
    readAlerts,
    readPermissions: closed,
    readPlanCoverage: closed,
    setStatus: closed,
  };
}
