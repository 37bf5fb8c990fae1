import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import { execFile, isProcessError, resolveExecutable } from '@azure/core-process';
import { AzureCliCredential } from '@azure/identity';
import { FailureError } from '../failureError.ts';
import type { CredentialForTenant } from './credentialForTenant.ts';
import { notSignedIn } from './notSignedIn.ts';

/** The Azure CLI is a Python program that may start cold on a slow disk. */
const tokenDeadline = 15_000;

/** For the second question, why there was no token; the first one has warmed the disk. */
const reasonDeadline = 4_000;

export interface AzureCliOptions {
  /** Folders that others may have written: an `az` in one of them is not run. */
  readonly foreignFolders?: () => readonly string[];
  /** Milliseconds that `az` may take for a token. */
  readonly deadline?: number;
}

/** Signs in as the account of the Azure CLI, in the cloud that is active there. Each token starts an `az` process. */
export function createAzureCliCredential(options: AzureCliOptions = {}): CredentialForTenant {
  return (tenantId) => new CliCredential(tenantId, options);
}

class CliCredential implements TokenCredential {
  readonly #tenantId: string | undefined;
  readonly #foreignFolders: () => readonly string[];
  readonly #deadline: number;
  readonly #credential: TokenCredential;

  constructor(tenantId: string | undefined, { foreignFolders = () => [], deadline = tokenDeadline }: AzureCliOptions) {
    this.#tenantId = tenantId;
    this.#foreignFolders = foreignFolders;
    this.#deadline = deadline;
    const tenant = tenantId === undefined ? {} : { tenantId };
    this.#credential = new AzureCliCredential({ processTimeoutInMs: deadline, ...tenant });
  }

  async getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null> {
    refuseForeignAz(this.#foreignFolders());
    // The CLI answers a challenge only in `az login`, which needs the person.
    if (options?.claims !== undefined) throw notSignedIn('AzLoginNeeded');
    const began = performance.now();
    try {
      return checked(await this.#credential.getToken(scopes, options));
    } catch (error) {
      if (error instanceof FailureError) throw error;
      throw performance.now() - began >= this.#deadline
        ? notSignedIn('AzTooSlow')
        : await this.#reason([scopes].flat()[0] ?? '');
    }
  }

  /**
   * Why there was no token. `@azure/identity` replaces what the CLI said by one sentence for everything that `az login`
   * might help with, and so drops Entra ID's number, which tells an expired sign-in from a blocked one.
   */
  async #reason(scope: string): Promise<FailureError> {
    const resource = scope.replace(/\/\.default$/, '');
    const tenant = this.#tenantId === undefined ? [] : ['--tenant', this.#tenantId];
    const question = ['account', 'get-access-token', '--output', 'none', '--resource', resource, ...tenant];
    try {
      const options = { allowWindowsBatchFiles: true, cwd: neutralFolder(), timeout: reasonDeadline } as const;
      await execFile('az', question, { ...options, encoding: 'utf8' });
      // It worked this time: what failed was its answer, or a moment.
      return notSignedIn('AzFailed');
    } catch (error) {
      return reasonIn(isProcessError(error) ? String(error.stderr ?? '') : '');
    }
  }
}

function reasonIn(complaint: string): FailureError {
  const number = /AADSTS\d{4,8}/.exec(complaint)?.[0];
  if (number !== undefined) return new FailureError({ kind: 'notSignedIn', detail: number });
  return notSignedIn(/\baz login\b/.test(complaint) ? 'AzLoginNeeded' : 'AzFailed');
}

/** What another program prints under the name of a token is not sent anywhere unless it looks like one. */
function checked(answer: AccessToken | null): AccessToken | null {
  if (answer === null || /^[\w.~+/-]+=*$/.test(answer.token)) return answer;
  throw notSignedIn('AzFailed');
}

/**
 * @throws FailureError when there is no `az`, or when it lies in a folder that others may have written: it would be
 *   handed the person's sign-in. Looks where `@azure/identity` will look, and does not start anything.
 */
function refuseForeignAz(foreignFolders: readonly string[]): void {
  const az = resolveExecutable('az', { allowWindowsBatchFiles: true, cwd: neutralFolder() });
  if (az === undefined) throw notSignedIn('AzNotFound');
  const places = [az, real(az)];
  const foreign = foreignFolders.flatMap((folder) => [folder, real(folder)]);
  if (foreign.some((folder) => places.some((place) => isInside(place, folder)))) throw notSignedIn('AzInWorkspace');
}

function isInside(place: string, folder: string): boolean {
  const way = path.relative(folder, place);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function real(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    return place;
  }
}

/** Windows looks for programs in the working directory first; there must be nothing that others wrote. */
function neutralFolder(): string {
  return process.platform === 'win32' ? (process.env['SystemRoot'] ?? String.raw`C:\Windows`) : '/bin';
}
