import { isJsonObject, ownString } from '../domain/json.ts';

interface ArmErrorBody {
  readonly code?: string;
  readonly message?: string;
}

/**
 * Reads the error shapes that live behind ARM: `{error:{code,message}}`, and `{ErrorCode,Message}` or `{Code,Message}`
 * of providers that predate it. Anything else gives an empty object.
 */
export function readArmErrorBody(body: unknown): ArmErrorBody {
  if (!isJsonObject(body)) return {};
  const error = body['error'];
  const source = isJsonObject(error) ? error : body;
  const code = ownString(source, 'code') ?? ownString(source, 'ErrorCode') ?? ownString(source, 'Code');
  const message = ownString(source, 'message') ?? ownString(source, 'Message');
  return { ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) };
}
