import { sampleToken } from '../../src/sample/index.ts';
import type { ArmRequest, ArmResponse } from '../../src/sample/index.ts';
import type { Scenario } from './scenario/scenario.ts';

const discovery = /^\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/;
const token = /^\/([^/]+)\/oauth2\/v2\.0\/token$/;
const instances = /^\/common\/discovery\/instance$/;

/**
 * The part of Entra ID that client libraries need to sign in with a client secret: discovery and the token endpoint.
 * Any client id is known. Without a scenario there is every tenant, and any secret but `wrong` is right.
 * @returns undefined for paths that are not Entra ID's
 */
export function answerAsEntra(request: ArmRequest, origin: string, scenario?: Scenario): ArmResponse | undefined {
  const { pathname } = new URL(request.url);
  if (instances.test(pathname)) return json(200, instancesOf(origin));
  const discovered = discovery.exec(pathname)?.[1];
  const tenant = discovered ?? token.exec(pathname)?.[1];
  if (tenant === undefined) return undefined;
  if (discovered !== undefined && shared.has(tenant)) return json(200, configurationOf(origin, tenant, '{tenantid}'));
  const known = scenario?.tenants.find(({ tenantId }) => tenantId === tenant.toLowerCase());
  if (scenario !== undefined && known === undefined) {
    return refused('invalid_tenant', `AADSTS90002: Tenant '${tenant}' not found.`);
  }
  if (discovered !== undefined) return json(200, configurationOf(origin, tenant));
  return answerToken(tenant, new URLSearchParams(request.body), known?.secret);
}

/** The authorities that people of all tenants sign in at. To an application they are no tenants. */
const shared = new Set(['common', 'organizations']);

function answerToken(tenantId: string, form: URLSearchParams, secret: string | undefined): ArmResponse {
  if (form.get('grant_type') !== 'client_credentials') {
    return refused('unsupported_grant_type', 'AADSTS70003: The grant type is not supported here.');
  }
  const given = form.get('client_secret');
  if (secret === undefined ? given === 'wrong' : given !== secret) {
    return refused('invalid_client', 'AADSTS7000215: Invalid client secret provided.');
  }
  return json(200, {
    token_type: 'Bearer',
    expires_in: 3599,
    ext_expires_in: 3599,
    access_token: sampleToken(tenantId),
  });
}

function configurationOf(origin: string, tenant: string, issuer = tenant): object {
  const authority = `${origin}/${tenant}`;
  return {
    issuer: `${origin}/${issuer}/v2.0`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function instancesOf(origin: string): object {
  const { host } = new URL(origin);
  return {
    tenant_discovery_endpoint: `${origin}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

function refused(error: string, description: string): ArmResponse {
  return json(400, { error, error_description: description, error_codes: [Number(/\d+/.exec(description)?.[0])] });
}

function json(status: number, body: object): ArmResponse {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}
