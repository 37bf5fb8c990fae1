import { formatWithOptions } from 'node:util';
import type { ConsoleMessage, Page } from 'playwright-core';

/** The workbench's label, as it looks when it goes before a text and before anything else. */
const label = /^\[Extension Host\](?: |%\s?)/;

/** The workbench repeats in the page's console what extensions and tests print, under this format string. */
const relayedFormat = '%c[Extension Host]';

/**
 * Printed by VS Code itself in every run here: its logger and watchdog are native add-ons that are not compiled.
 * Both do without.
 */
const hostNoise = /Could not locate the bindings file|Cannot find module '\.\/build\/Release\/watchdog'/;

export interface OutputRelay {
  /** Resolves when all that has been printed so far has been written. */
  readonly flush: () => Promise<void>;
}

/** Writes what the extension host prints, in order, as the extension host printed it. */
export function relayExtensionHostOutput(page: Page, write: (type: string, text: string) => void): OutputRelay {
  let written = Promise.resolve();
  page.on('console', (message) => {
    if (!message.text().startsWith(relayedFormat)) return;
    written = written.then(async () => {
      const text = formatRelayed(await consoleArguments(message));
      if (text !== undefined) write(message.type(), text);
    });
  });
  return { flush: () => written };
}

async function consoleArguments(message: ConsoleMessage): Promise<unknown[]> {
  try {
    return await Promise.all(message.args().map((argument) => argument.jsonValue() as Promise<unknown>));
  } catch {
    return [message.text()]; // the page has gone; its words are still better than none
  }
}

/** The line that the extension host printed, without the workbench's label and colours; nothing if it is host noise. */
export function formatRelayed(args: readonly unknown[]): string | undefined {
  const text = formatWithOptions({ colors: false }, ...args).replace(label, '');
  return hostNoise.test(text) ? undefined : text;
}
