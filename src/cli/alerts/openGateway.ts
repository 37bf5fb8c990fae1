import type { createAzureGateway } from '../../azure/index.ts';
import type { CloudEndpoints } from '../../domain/cloudEndpoints.ts';
import type { AzureGateway, Log } from '../../services/ports.ts';
import type { AlertsListOptions, SignInMethod } from './alertsListOptions.ts';

type CredentialForTenant = Parameters<typeof createAzureGateway>[0]['credential'];

/** Standard error says what came of each subscription; there is nobody to read more. */
const silent: Log = { info: () => undefined, warn: () => undefined };

/** The extension's own way to Azure. Loads the SDK, which no other command needs. */
export async function openGateway(
  { signIn, endpoints, tenants, source }: Pick<AlertsListOptions, 'signIn' | 'endpoints' | 'tenants' | 'source'>,
  environment: NodeJS.ProcessEnv,
  keepRows: boolean,
): Promise<AzureGateway> {
  const { createAzureGateway } = await import('../../azure/index.ts');
  return createAzureGateway({
    endpoints,
    credential: await credentialFor(signIn, endpoints, environment),
    ...(tenants.length > 0 && { tenants }),
    keepRows,
    source,
    clock: { now: () => Date.now() },
    log: silent,
  });
}

async function credentialFor(
  method: SignInMethod,
  endpoints: CloudEndpoints,
  environment: NodeJS.ProcessEnv,
): Promise<CredentialForTenant> {
  const { createAzureCliCredential, createEnvironmentCredential } = await import('../../azure/identity.ts');
  if (method === 'azureCli') return createAzureCliCredential();
  // The options have decided on the authority already, and an option has precedence over the variable.
  return createEnvironmentCredential({ ...environment, AZURE_AUTHORITY_HOST: undefined }, endpoints);
}
