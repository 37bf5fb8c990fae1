const shortest = 2;
/** Longest name of a rule, in characters. */
const longest = 50;

/** Why the service would not take a name; undefined when it would. */
export function ruleNameProblem(name: string): 'length' | 'start' | 'characters' | undefined {
  if (name.length < shortest || name.length > longest) return 'length';
  if (!/^[A-Za-z0-9]/.test(name)) return 'start';
  return /^[\w-]+$/.test(name) ? undefined : 'characters';
}

/** A name for a rule about a type that no other rule has; names are compared without regard to case, as ARM does. */
export function suggestRuleName(alertType: string, taken: readonly string[]): string {
  const words = alertType.replaceAll(/[^A-Za-z0-9_-]+/g, '-').replaceAll(/^[-_]+|[-_]+$/g, '');
  const name = words === '' ? 'dismiss-alerts' : `dismiss-${words}`;
  const used = new Set(taken.map((each) => each.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${String(number)}`;
    const candidate = name.slice(0, longest - suffix.length) + suffix;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}
