// What `@azure/identity` is needed for, in a bundle of its own: most people sign in without it.
export { createAzureCliCredential } from './identity/azureCli.ts';
export { createEnvironmentCredential } from './identity/environment.ts';
export { servicePrincipalCredential } from './identity/servicePrincipal.ts';
