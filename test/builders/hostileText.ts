/** Texts that must only ever be seen as text, each with what goes wrong where it is not. */
export const hostileTexts = [
  '</script><img src=x onerror="window.pwned=1">',
  '<iframe src="https://evil.example"></iframe>',
  '${window.pwned=1}{{constructor.constructor("window.pwned=1")()}}',
  '[Open](command:workbench.action.terminal.new) $(sync~spin)',
  '\u202Egnp.exe\u202C',
  'zero\u200Bwidth\u2066iso\u2069\uFEFF',
  'tag\u{E0041}\u{E007F} filler\u3164 vs\uFE0F',
  'line\r\nbreak\u0085next\u2028ls\u2029ps\u0000nul\u001B[31m',
  'lone\uD800surrogate',
  '__proto__',
] as const;

/** Invisible characters that a display text must not hold; tab and newline are allowed where lines are kept. */
export const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

/** Every string inside a value, with its path. */
export function* stringsIn(value: unknown, path = ''): Iterable<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* stringsIn(inner, `${path}.${key}`);
  }
}
