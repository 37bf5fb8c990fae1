/**
 * The id after (`step` 1) or before (-1) the current one, going round at the ends. Without a current one, or when it has
 * gone, the first or the last. Undefined when there are none.
 */
export function nextIncident(order: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  const at = current === undefined ? -1 : order.indexOf(current);
  if (at === -1) return order.at(step === 1 ? 0 : -1);
  return order[(at + step + order.length) % order.length];
}
