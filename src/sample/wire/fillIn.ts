/**
 * Replaces `{name}` by the fact of that name. The unresolved `%{User Name}` placeholders and the JSON steps that the
 * service is known to deliver are left as they are, since neither is a lower-case word in braces.
 * @throws RangeError when a fact is missing: a story has forgotten to tell it
 */
export function fillIn(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new RangeError(`No fact "${name}" for: ${text}`);
    return fact;
  });
}
