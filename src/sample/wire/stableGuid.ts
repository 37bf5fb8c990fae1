import { createHash } from 'node:crypto';

/**
 * A version-4-shaped GUID that depends on the key alone. Checklists are stored by the GUID of an alert's name, so the
 * same scenario alert must have the same GUID in every session.
 */
export function stableGuid(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** A number in `[0, below)` that depends on the key alone. */
export function stableNumber(key: string, below: number): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) % below;
}
