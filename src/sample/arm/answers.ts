import { stableGuid } from '../wire/stableGuid.ts';
import type { ArmResponse } from '../armMessage.ts';
import type { Session } from './session.ts';

type Headers = Readonly<Record<string, string>>;

/** A 200 (or other status) with a JSON body and the headers of a read. */
export function readAnswer(session: Session, body: unknown, extra: Headers = { server: 'Kestrel' }): ArmResponse {
  return jsonAnswer(session, 200, body, { vary: 'Accept-Encoding', ...remainingReads(session), ...extra });
}

/** The same, for a change. */
export function writeAnswer(session: Session, body: unknown): ArmResponse {
  return jsonAnswer(session, 200, body, { vary: 'Accept-Encoding', server: 'Kestrel', ...remainingWrites(session) });
}

/** An answer without a body: 204 for a change that has happened, 202 for one that was accepted. */
export function emptyAnswer(
  session: Session,
  status: 202 | 204,
  remaining: Headers = remainingWrites(session),
): ArmResponse {
  return { status, headers: { ...commonHeaders(session), server: 'Kestrel', ...remaining }, body: '' };
}

export function jsonAnswer(session: Session, status: number, body: unknown, extra: Headers): ArmResponse {
  const text = JSON.stringify(body);
  const content = {
    'content-length': String(Buffer.byteLength(text)),
    'content-type': 'application/json; charset=utf-8',
  };
  return { status, headers: { ...commonHeaders(session), ...content, ...extra }, body: text };
}

/** List answers are put together from one request per region; their ids are told. */
export function originalRequests(session: Session, count: number): Headers {
  const ids = Array.from({ length: count }, (_, index) =>
    stableGuid(`request/${String(session.requestCount)}/${String(index)}`),
  );
  return { 'x-ms-original-request-ids': ids.join(', ') };
}

export function remainingReads(session: Session): Headers {
  return { 'x-ms-ratelimit-remaining-subscription-resource-requests': String(749 - (session.requestCount % 700)) };
}

function remainingWrites(session: Session): Headers {
  return { 'x-ms-ratelimit-remaining-subscription-writes': String(1199 - (session.requestCount % 1000)) };
}

function commonHeaders(session: Session): Headers {
  return {
    'cache-control': 'no-cache',
    date: new Date(session.now).toUTCString(),
    expires: '-1',
    pragma: 'no-cache',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
  };
}
