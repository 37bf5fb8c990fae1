import { parseHostToWebview, type HostToWebview } from './hostToWebview.ts';

/** The `id` of the element that holds the first render in a panel's page. */
export const firstRenderId = 'first-render';

/** VS Code makes a hidden page anew out of its first text; what that says is by then no longer so. Milliseconds. */
const freshFor = 10_000;

/** Characters that could end the element, open a comment in it, or end a line where JSON allows them and others do not. */
const unsafe = /[<>&\u2028\u2029]/g;

/**
 * The first render as text of a `<script type="application/json">` element: no alert can end the element.
 * @param builtAt epoch milliseconds.
 */
export function writeFirstRender(message: HostToWebview, builtAt: number): string {
  const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify({ builtAt, message }).replaceAll(unsafe, escape);
}

/** The message in such a text; undefined when it is not one of ours, or too old to be shown. */
export function readFirstRender(text: string, now: number): HostToWebview | undefined {
  try {
    const { builtAt, message } = JSON.parse(text) as { readonly builtAt?: unknown; readonly message?: unknown };
    const fresh = typeof builtAt === 'number' && Math.abs(now - builtAt) <= freshFor;
    return fresh ? parseHostToWebview(message) : undefined;
  } catch {
    return undefined;
  }
}
