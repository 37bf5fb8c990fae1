import type * as vscode from 'vscode';
import type { ServicePrincipal } from '../../services/signIn/servicePrincipal.ts';
import { readServicePrincipal, writeServicePrincipal } from '../../services/signIn/servicePrincipal.ts';

const key = 'servicePrincipal';

/** The service principal that a person gave to this extension: in VS Code's secret storage and nowhere else. */
export class ServicePrincipalStore {
  readonly #secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  async read(): Promise<ServicePrincipal | undefined> {
    return readServicePrincipal(await this.#secrets.get(key));
  }

  async keep(principal: ServicePrincipal): Promise<void> {
    await this.#secrets.store(key, writeServicePrincipal(principal));
  }

  async forget(): Promise<void> {
    await this.#secrets.delete(key);
  }
}
