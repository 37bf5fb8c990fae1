/** Attackers do not make two tenants one incident; an unknown tenant (0) may be any. */
export function sameTenant(a: number, b: number): boolean {
  return a === b || a === 0 || b === 0;
}
