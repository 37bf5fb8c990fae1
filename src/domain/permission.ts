/**
 * What roles allow at one scope, as ARM gives it: one entry for each role that applies. Actions on data
 * (`dataActions`) are left out, since nothing that this product does is one.
 */
export interface Permission {
  /** Patterns of actions such as `Microsoft.Security/*`; a star stands for any characters, slashes too. */
  readonly actions: readonly string[];
  /** What this entry leaves out of its own actions; another entry may still allow it. */
  readonly notActions: readonly string[];
}

/** Whether any entry allows an action: its actions without its own `notActions`, case ignored, as ARM evaluates roles. */
export function isAllowed(permissions: readonly Permission[], action: string): boolean {
  return permissions.some(({ actions, notActions }) => matchesAny(actions, action) && !matchesAny(notActions, action));
}

function matchesAny(patterns: readonly string[], action: string): boolean {
  const folded = action.toLowerCase();
  return patterns.some((pattern) => matches(pattern.toLowerCase(), folded));
}

/** By hand and not by an expression made of the pattern: patterns of custom roles are written by strangers. */
function matches(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
