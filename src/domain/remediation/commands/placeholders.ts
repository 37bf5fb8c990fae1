const placeholder = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** Names of the parameters in a text, each once, in their order. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), ([, name = '']) => name))];
}

/** The text with a value for each parameter, put in once and never looked at again. */
export function fillIn(text: string, valueOf: (name: string) => string): string {
  return text.replaceAll(placeholder, (_, name: string) => valueOf(name));
}

/** What is left of a text without its parameters. */
export function literalsOf(text: string): string {
  return text.replaceAll(placeholder, '');
}
