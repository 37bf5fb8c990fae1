import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { TokenCredential } from '@azure/core-auth';
import type { ClientSecretCredentialOptions } from '@azure/identity';
import { ClientCertificateCredential, ClientSecretCredential } from '@azure/identity';
import { isKnownAuthority } from '../../domain/cloudEndpoints.ts';
import { createNodeHttpClient } from '../transport/nodeHttpClient.ts';
import type { CredentialForTenant } from './credentialForTenant.ts';
import { withTrueCause } from './trueCause.ts';
import { notSignedIn } from './notSignedIn.ts';

/** An application that signs in by itself, and the Entra ID to do so at. */
export interface Application {
  readonly tenantId: string;
  readonly clientId: string;
  /** Its password, or the path of a PEM file with its certificate and private key. */
  readonly proof: { readonly secret: string } | { readonly certificatePath: string };
  /** Origin. */
  readonly authorityHost: string;
}

/** Signs in as an application, in any tenant that knows it; by default in its own. */
export function servicePrincipalCredential(application: Application): CredentialForTenant {
  const { tenantId: home, clientId, proof, authorityHost } = application;
  // Through the same door as all requests: VS Code's proxy settings and certificates, a deadline, a bounded body.
  const httpClient = createNodeHttpClient();
  return (tenantId): TokenCredential =>
    withTrueCause((notesFailures) => {
      const options: ClientSecretCredentialOptions = {
        authorityHost,
        retryOptions: { maxRetries: 2 },
        // Asking the public cloud about a host that it does not know would leave the configured cloud.
        disableInstanceDiscovery: !isKnownAuthority(authorityHost),
        additionalPolicies: [{ policy: notesFailures, position: 'perRetry' }],
        httpClient,
      };
      return 'secret' in proof
        ? new ClientSecretCredential(tenantId ?? home, clientId, proof.secret, options)
        : certificateCredential(tenantId ?? home, clientId, proof.certificatePath, options);
    });
}

/** Says so when the file is the problem: the SDK throws what Node's file system and OpenSSL throw, with the path in it. */
function certificateCredential(
  tenantId: string,
  clientId: string,
  certificatePath: string,
  options: ClientSecretCredentialOptions,
): TokenCredential {
  const credential = new ClientCertificateCredential(tenantId, clientId, certificatePath, options);
  return {
    async getToken(scopes, tokenOptions) {
      try {
        createPrivateKey(await readFile(certificatePath));
      } catch {
        throw notSignedIn('CertificateUnreadable');
      }
      return credential.getToken(scopes, tokenOptions);
    },
  };
}
