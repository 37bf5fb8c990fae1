import { jsonAnswer, remainingReads } from './answers.ts';
import type { ArmResponse } from '../armMessage.ts';
import type { TokenClaims } from '../token.ts';
import type { Session } from './session.ts';

/** Errors in the words and shapes of the recorded answers, because clients recognise them by those. */

export function missingAuthorization(session: Session): ArmResponse {
  const message = "Authentication failed. The 'Authorization' header is missing.";
  return challenge(session, 'AuthenticationFailed', message);
}

export function expiredToken(session: Session, exp: number): ArmResponse {
  const [expiry, current] = [exp * 1000, session.now].map((time) => new Date(time).toISOString());
  const message = `The access token expiry UTC time '${String(expiry)}' is earlier than current UTC time '${String(current)}'.`;
  return challenge(session, 'ExpiredAuthenticationToken', message);
}

/** @param action the operation that the caller may not perform, such as `Microsoft.Security/alerts/read` */
export function forbidden(session: Session, caller: TokenClaims, action: string, subscriptionId: string): ArmResponse {
  const client = `The client '${caller.upn ?? caller.oid ?? 'unknown'}' with object id '${caller.oid ?? 'unknown'}'`;
  const scope = `over scope '/subscriptions/${subscriptionId}' or the scope is invalid`;
  const message = `${client} does not have authorization to perform action '${action}' ${scope}. If access was recently granted, please refresh your credentials.`;
  return gatewayError(session, 403, 'AuthorizationFailed', message);
}

/** The code has spaces, and the status is 404: so the service says it. */
export function notRegistered(session: Session): ArmResponse {
  const message = 'Please register to Microsoft.Security in order to view your security status';
  return armError(session, 404, 'Subscription Not Registered', message);
}

export function subscriptionNotFound(session: Session, subscriptionId: string): ArmResponse {
  const message = `The subscription '${subscriptionId}' could not be found.`;
  return gatewayError(session, 404, 'SubscriptionNotFound', message);
}

export function resourceGroupNotFound(session: Session, resourceGroup: string): ArmResponse {
  const message = `Resource group '${resourceGroup}' could not be found.`;
  return gatewayError(session, 404, 'ResourceGroupNotFound', message);
}

/** No recording shows what the service says of an alert that it does not know; this is ARM's usual shape. */
export function alertNotFound(session: Session, alertName: string): ArmResponse {
  return armError(session, 404, 'ResourceNotFound', `The alert '${alertName}' was not found.`);
}

export function resourceNotFound(session: Session, path: string): ArmResponse {
  const message = `The Resource '${path}' was not found.`;
  return gatewayError(session, 404, 'ResourceNotFound', message);
}

/** Deliberately not ARM-shaped: the service's own rule endpoint answers like this. */
export function suppressionRuleNotFound(session: Session, rule: string, subscriptionId: string): ArmResponse {
  const body = {
    HttpStatusCode: 404,
    ErrorCode: 'Not Found',
    Message: `The following auto dismiss rule: '${rule}' for subscription ${subscriptionId} was not found`,
    Data: {},
    InnerException: null,
    StackTrace: null,
    HelpLink: null,
    Source: null,
    HResult: -2146233088,
  };
  return jsonAnswer(session, 404, body, { server: 'Kestrel', ...remainingReads(session) });
}

export function badRequest(session: Session, code: string, message: string): ArmResponse {
  return armError(session, 400, code, message);
}

/** An error of Resource Graph: the code that says what is wrong is among the details. */
export function refused(session: Session, code: string): ArmResponse {
  const message = 'Please provide below info when asking for support.';
  const error = { code: 'BadRequest', message, details: [{ code, message: 'The query cannot be answered.' }] };
  return jsonAnswer(session, 400, { error }, {});
}

/** For paths and methods that the sample environment does not serve. */
export function nothingHere(session: Session, method: string, path: string): ArmResponse {
  return gatewayError(session, 404, 'NotFound', `The sample environment has nothing at ${method} ${path}.`);
}

function challenge(session: Session, code: string, message: string): ArmResponse {
  const authenticate = `Bearer authorization_uri="https://login.microsoftonline.com/", error="invalid_token"`;
  return jsonAnswer(session, 401, errorBody(code, message), { 'www-authenticate': authenticate });
}

/** An error found by Resource Manager itself, before any service was asked. */
function gatewayError(session: Session, status: number, code: string, message: string): ArmResponse {
  return jsonAnswer(session, status, errorBody(code, message), { 'x-ms-failure-cause': 'gateway' });
}

function armError(session: Session, status: number, code: string, message: string): ArmResponse {
  return jsonAnswer(session, status, errorBody(code, message), {});
}

function errorBody(code: string, message: string): object {
  return { error: { code, message } };
}
