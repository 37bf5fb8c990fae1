import type { TokenCredential } from '@azure/core-auth';

/** The way of one identity to tokens of one tenant; without a tenant, of its own. */
export type CredentialForTenant = (tenantId: string | undefined) => TokenCredential;
