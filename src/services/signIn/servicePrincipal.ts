import { readOrigin } from '../../domain/cloudEndpoints.ts';
import { isGuid } from '../../domain/resourceId.ts';

/** An application that signs in by itself. `secret` is its password: never in a setting, a log or an error. */
export interface ServicePrincipal {
  readonly tenantId: string;
  readonly clientId: string;
  readonly secret: string;
  /** Origin of the Entra ID that it was set for: its secret is sent nowhere else. */
  readonly authorityHost: string;
}

/** Why a value for a service principal cannot be right. */
export type PrincipalProblem = 'notAGuid' | 'secretIsItsId' | 'badSecret';

/** Printable ASCII without spaces, as Entra ID makes them; anything else came along when it was copied. */
const secretForm = /^[!-~]{8,512}$/;

export function idProblem(value: string): PrincipalProblem | undefined {
  return isGuid(value.trim()) ? undefined : 'notAGuid';
}

/** The portal shows a secret's ID beside its value, and people copy the wrong one. */
export function secretProblem(value: string): PrincipalProblem | undefined {
  if (isGuid(value.trim())) return 'secretIsItsId';
  return secretForm.test(value.trim()) ? undefined : 'badSecret';
}

export function writeServicePrincipal({ tenantId, clientId, secret, authorityHost }: ServicePrincipal): string {
  return JSON.stringify({ tenantId, clientId, secret, authorityHost });
}

/** What was kept; undefined when it is not what `writeServicePrincipal` writes. */
export function readServicePrincipal(text: string | undefined): ServicePrincipal | undefined {
  const kept = parse(text);
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { tenantId, clientId, secret, authorityHost } = kept as Readonly<Record<keyof ServicePrincipal, unknown>>;
  const origin = readOrigin(authorityHost);
  if (typeof tenantId !== 'string' || idProblem(tenantId) !== undefined) return undefined;
  if (typeof clientId !== 'string' || idProblem(clientId) !== undefined) return undefined;
  if (typeof secret !== 'string' || secretProblem(secret) !== undefined || origin === undefined) return undefined;
  return { tenantId, clientId, secret, authorityHost: origin };
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
