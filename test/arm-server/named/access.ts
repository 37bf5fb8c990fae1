import { always, armError, onLists, type NamedFault } from './namedFault.ts';

const twoHours = 7_200_000;

/** `WWW-Authenticate` of Resource Manager where conditional access wants more than the token shows. */
export const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
export const stepUpChallenge = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;

const invalidToken = armError(401, 'InvalidAuthenticationToken', {
  'www-authenticate': 'Bearer error="invalid_token"',
});
const expired = armError(401, 'ExpiredAuthenticationToken');

/** Good answers by a server whose clock, seen from here, is off by so much. */
function datedBy(off: number): NamedFault {
  return ({ now }) => always({ kind: 'dated', date: new Date(now() + off).toUTCString() });
}

/** Each token but the newest is refused as expired. */
export const access: Readonly<Record<string, NamedFault>> = {
  'F34 clock ahead': datedBy(-twoHours),
  'F34 clock behind': datedBy(twoHours),
  'F34 clock ahead, refused': ({ now }) =>
    always(armError(401, 'ExpiredAuthenticationToken', { date: new Date(now() - twoHours).toUTCString() })),
  'F35 during a wait': () =>
    onLists((n) => (n === 1 ? armError(429, 'ResourceRequestsThrottled', { 'retry-after': '3' }) : undefined)),
  'F35 between pages': () => () => undefined,
  'F36 once': () => onLists((n) => (n === 1 ? invalidToken : undefined)),
  'F36 without a challenge': () => onLists((n) => (n === 1 ? expired : undefined)),
  'F36 always': () => always(invalidToken),
  F37: () => always(armError(401, 'InvalidAuthenticationToken', { 'www-authenticate': stepUpChallenge })),
  F39: () => always(armError(403, 'AuthorizationFailed')),
  'F40 not found': () => always(armError(404, 'SubscriptionNotFound')),
  'F40 not registered': () => always(armError(409, 'SubscriptionNotRegistered')),
  'F40 live spelling': () => always(armError(404, 'Subscription Not Registered')),
  'F40 disabled': () => always(armError(409, 'ReadOnlyDisabledSubscription')),
};
