import type { CloudEndpoints } from '../../domain/cloudEndpoints.ts';
import { readOrigin } from '../../domain/cloudEndpoints.ts';
import type { SignInDetail } from '../../domain/signInDetail.ts';
import type { CredentialForTenant } from './credentialForTenant.ts';
import { notSignedIn } from './notSignedIn.ts';
import type { Application } from './servicePrincipal.ts';
import { servicePrincipalCredential } from './servicePrincipal.ts';

/** Variables of the environment, as `process.env` gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Signs in as the service principal that AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET (or
 * AZURE_CLIENT_CERTIFICATE_PATH) describe, at AZURE_AUTHORITY_HOST or else the cloud's own authority. With a variable
 * missing, each sign-in fails and says which.
 */
export function createEnvironmentCredential(
  environment: Environment,
  endpoints: Pick<CloudEndpoints, 'authorityHost'>,
): CredentialForTenant {
  const application = readApplication(environment, endpoints.authorityHost);
  if (typeof application === 'string') return () => ({ getToken: () => Promise.reject(notSignedIn(application)) });
  return servicePrincipalCredential(application);
}

function readApplication(environment: Environment, cloudsAuthority: string): Application | SignInDetail {
  const read = (name: string): string => environment[name]?.trim() ?? '';
  const [tenantId, clientId] = [read('AZURE_TENANT_ID'), read('AZURE_CLIENT_ID')];
  const [secret, certificatePath] = [read('AZURE_CLIENT_SECRET'), read('AZURE_CLIENT_CERTIFICATE_PATH')];
  if (tenantId === '') return 'AZURE_TENANT_ID_missing';
  if (clientId === '') return 'AZURE_CLIENT_ID_missing';
  if (secret === '' && certificatePath === '') return 'AZURE_CLIENT_SECRET_missing';
  const configured = read('AZURE_AUTHORITY_HOST');
  const authorityHost = configured === '' ? cloudsAuthority : readOrigin(configured);
  if (authorityHost === undefined) return 'AZURE_AUTHORITY_HOST_invalid';
  return { tenantId, clientId, proof: secret === '' ? { certificatePath } : { secret }, authorityHost };
}
