import type { Json, JsonObject } from '../domain/json.ts';
import { isJsonObject, ownString, ownValue } from '../domain/json.ts';

interface ArmErrorBody {
  readonly code?: string;
  readonly message?: string;
}

/**
 * Reads the error shapes that live behind ARM: `{error:{code,message}}`, and `{ErrorCode,Message}` or `{Code,Message}`
 * of providers that predate it. Resource Graph says `BadRequest` and what is wrong only in the first of `details`.
 * Anything else gives an empty object.
 */
export function readArmErrorBody(body: unknown): ArmErrorBody {
  if (!isJsonObject(body)) return {};
  const error = body['error'];
  const source = isJsonObject(error) ? error : body;
  const code =
    firstDetail(source) ?? ownString(source, 'code') ?? ownString(source, 'ErrorCode') ?? ownString(source, 'Code');
  const message = ownString(source, 'message') ?? ownString(source, 'Message');
  return { ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) };
}

function firstDetail(error: JsonObject): string | undefined {
  const details = ownString(error, 'code') === 'BadRequest' ? ownValue(error, 'details') : undefined;
  const [first] = Array.isArray(details) ? (details as readonly Json[]) : [];
  return isJsonObject(first) ? ownString(first, 'code') : undefined;
}
