import type { Page } from 'playwright-core';

/** What to look for: an element of a selector whose text contains `text`. */
export interface Sight {
  readonly selector: string;
  readonly text: string;
}

/**
 * Notes, from the next load of the page on, in which frame each sight is on the screen for the first time. The answer
 * gives the time of that frame in milliseconds since the load; nothing for what was never there.
 */
export async function watchFirstSeen(
  page: Page,
  sights: Readonly<Record<string, Sight>>,
): Promise<() => Promise<Readonly<Record<string, number>>>> {
  await page.addInitScript({
    content: `{
      const seen = (globalThis.firstSeen = {});
      const look = (time) => {
        for (const [name, { selector, text }] of Object.entries(${JSON.stringify(sights)})) {
          const found = [...document.querySelectorAll(selector)].some((each) => each.textContent.includes(text));
          if (found) seen[name] ??= time;
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }`,
  });
  return () => page.evaluate<Record<string, number>>('globalThis.firstSeen');
}
