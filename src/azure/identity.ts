import type { TokenCredential } from '@azure/core-auth';
import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { AzureCliCredential, ClientSecretCredential } from '@azure/identity';
import type { CloudEndpoints } from '../domain/cloudEndpoints.ts';
import { isKnownAuthority } from '../domain/cloudEndpoints.ts';

/** The Azure CLI is a Python program that may start cold on a slow disk. */
const cliDeadline = 15_000;

export type CredentialForTenant = (tenantId: string | undefined) => TokenCredential;

/** Signs in as the account of the Azure CLI, in the cloud that is active there. Each token starts an `az` process. */
export function createAzureCliCredential(): CredentialForTenant {
  return (tenantId) =>
    new AzureCliCredential({ processTimeoutInMs: cliDeadline, ...(tenantId === undefined ? {} : { tenantId }) });
}

/** Variables of the environment, as `process.env` gives them. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Signs in as the service principal that AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET describe, at
 * AZURE_AUTHORITY_HOST or else the cloud's own authority. With a variable missing, each sign-in fails and says which.
 */
export function createEnvironmentCredential(
  environment: Environment,
  endpoints: Pick<CloudEndpoints, 'authorityHost'>,
): CredentialForTenant {
  const read = (name: string) => environment[name]?.trim() ?? '';
  const names = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'] as const;
  const missing = names.find((name) => read(name) === '');
  if (missing !== undefined) return () => ({ getToken: () => Promise.reject(new MissingVariableError(missing)) });
  const authorityHost = read('AZURE_AUTHORITY_HOST') || endpoints.authorityHost;
  return (tenantId) =>
    withNetworkCause(
      (notesFailures) =>
        new ClientSecretCredential(
          tenantId ?? read('AZURE_TENANT_ID'),
          read('AZURE_CLIENT_ID'),
          read('AZURE_CLIENT_SECRET'),
          {
            authorityHost,
            retryOptions: { maxRetries: 2 },
            disableInstanceDiscovery: !isKnownAuthority(authorityHost),
            additionalPolicies: [{ policy: notesFailures, position: 'perRetry' }],
          },
        ),
    );
}

/**
 * Makes a credential fail with the network's own error when that is why it has no token. `@azure/identity` drops it and
 * then says the same as for a tenant that does not exist, so that a pulled plug would look like a wrong secret.
 */
function withNetworkCause(create: (notesFailures: PipelinePolicy) => TokenCredential): TokenCredential {
  let networkError: unknown;
  const credential = create({
    name: 'securityIncidents.notesFailures',
    async sendRequest(request, next) {
      networkError = undefined;
      try {
        return await next(request);
      } catch (error) {
        networkError = error;
        throw error;
      }
    },
  });
  return {
    async getToken(scopes, options) {
      networkError = undefined;
      try {
        return await credential.getToken(scopes, options);
      } catch (error) {
        throw networkError ?? error;
      }
    },
  };
}

/** The class name is what a failure shows, so it carries the variable's name and nothing of its value. */
class MissingVariableError extends Error {
  constructor(variable: string) {
    super(`The environment variable ${variable} is not set.`);
    this.name = `${variable}_missing`;
  }
}
