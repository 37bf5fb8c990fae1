import { isAllowed } from '../../domain/permission.ts';
import { subscriptionsSeenFrom } from '../directory.ts';
import { headerOf } from '../armMessage.ts';
import { claimsOf } from '../token.ts';
import {
  badRequest,
  expiredToken,
  forbidden,
  missingAuthorization,
  nothingHere,
  notRegistered,
  subscriptionNotFound,
} from './errors.ts';
import { permissionsOf } from './permissions.ts';
import { routes } from './routes.ts';
import type { ArmRequest, ArmResponse } from '../armMessage.ts';
import type { TokenClaims } from '../token.ts';
import type { Call } from './call.ts';
import type { Route } from './routes.ts';
import type { Session } from './session.ts';

const matchers = routes.map((route) => ({ route, pattern: patternOf(route.template) }));

/** Answers one request in the order in which Resource Manager checks: caller, version, subscription, permission. */
export function answer(session: Session, request: ArmRequest): ArmResponse {
  session.requestCount += 1;
  const authorization = headerOf(request, 'authorization');
  if (authorization === undefined) return missingAuthorization(session);
  const caller = claimsOf(authorization);
  if (caller.exp !== undefined && caller.exp * 1000 < session.now) return expiredToken(session, caller.exp);

  if (!URL.canParse(request.url, session.endpoint)) return nothingHere(session, request.method, request.url);
  return answerCaller(session, caller, request, new URL(request.url, session.endpoint));
}

function answerCaller(session: Session, caller: TokenClaims, request: ArmRequest, url: URL): ArmResponse {
  const path = url.pathname;
  const found = match(request.method, path);
  if (found === undefined) return nothingHere(session, request.method, path);
  const { route, parameters } = found;
  const query = Object.fromEntries([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const apiVersion = query['api-version'];
  if (apiVersion === undefined) return missingApiVersion(session);
  const { apiVersions } = route;
  if (apiVersions !== 'any' && !apiVersions.includes(apiVersion)) {
    return unknownApiVersion(session, apiVersion, apiVersions);
  }
  return dispatch(route, { session, caller, path, parameters, apiVersion, query, body: jsonOf(request.body) });
}

function dispatch(route: Route, call: Call): ArmResponse {
  if ('handle' in route) return route.handle(call);
  const { session, caller } = call;
  const id = call.parameters['subscriptionId'] ?? '';
  const seen = subscriptionsSeenFrom(session.directory, caller.tid);
  const subscription = seen.find(({ subscriptionId }) => subscriptionId === id.toLowerCase());
  if (subscription === undefined) return subscriptionNotFound(session, id);
  if (route.action !== undefined && !isAllowed(permissionsOf(subscription), route.action)) {
    return forbidden(session, caller, route.action, subscription.subscriptionId);
  }
  if (route.action !== undefined && subscription.access === 'notRegistered') return notRegistered(session);
  return route.handleSubscription({ ...call, subscription });
}

function match(method: string, path: string) {
  for (const { route, pattern } of matchers) {
    const groups = route.method === method.toUpperCase() ? pattern.exec(path)?.groups : undefined;
    if (groups !== undefined) return { route, parameters: decoded(groups) };
  }
  return undefined;
}

/**
 * `/subscriptions/{subscriptionId}` as an expression with a named group for each name in braces; case is ignored. A name
 * with a plus stands for the rest of the path.
 */
function patternOf(template: string): RegExp {
  const source = template
    .replaceAll('.', String.raw`\.`)
    .replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')
    .replace(/\{\+(\w+)\}/, '(?<$1>.+)');
  return new RegExp(`^(?<path>${source})/?$`, 'i');
}

function decoded(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodedOrAsIs(value)]));
}

function decodedOrAsIs(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function jsonOf(body: string | undefined): unknown {
  if (body === undefined || body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function missingApiVersion(session: Session): ArmResponse {
  const message = 'The api-version query parameter (?api-version=) is required for all requests.';
  return badRequest(session, 'MissingApiVersionParameter', message);
}

function unknownApiVersion(session: Session, apiVersion: string, supported: readonly string[]): ArmResponse {
  const message = `The api-version '${apiVersion}' is invalid. The supported versions are '${supported.join(',')}'.`;
  return badRequest(session, 'InvalidApiVersionParameter', message);
}
