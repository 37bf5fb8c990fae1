import { always, armError, bodyCanary, once, type NamedFault } from './namedFault.ts';

const html = { 'content-type': 'text/html', 'x-ms-request-id': 'request-1' };

export const serverErrors: Readonly<Record<string, NamedFault>> = {
  'F8 once': () => once(armError(500, 'InternalServerError')),
  'F8 always': () => always(armError(500, 'InternalServerError')),
  'F9 once': () => once(armError(502, 'BadGateway')),
  'F9 always': () => always(armError(502, 'BadGateway')),
  'F10 once': () => once(armError(503, 'ServiceUnavailable')),
  'F10 always': () => always(armError(503, 'ServiceUnavailable')),
  'F11 once': () => once(armError(504, 'GatewayTimeout')),
  'F11 always': () => always(armError(504, 'GatewayTimeout')),
  F12: () => always({ kind: 'answer', status: 503, headers: html, body: `<html>${bodyCanary.repeat(200)}</html>` }),
  'F13 408': () => once(armError(408, 'RequestTimeout')),
  'F13 501': () => always(armError(501, 'NotImplemented')),
};
