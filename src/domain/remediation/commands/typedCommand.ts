import { assertNever } from '../../assertNever.ts';
import { invisible } from '../../displayText.ts';
import type { FilledCommand } from './commandTemplate.ts';

export const typingShells = ['bash', 'zsh', 'fish', 'pwsh'] as const;

/** Shells whose quoting is known well enough to type a command into them. */
export type TypingShell = (typeof typingShells)[number];

/**
 * The command as one line for a shell, for a person to look at and send: every argument arrives as it is. Undefined where
 * that cannot be promised, because an argument holds a control character or, for pwsh, a double quote or a
 * backslash at its end, which its older versions pass on wrongly.
 */
export function typedCommand({ tool, args }: FilledCommand, shell: TypingShell): string | undefined {
  if (args.some((arg) => arg.search(invisible) >= 0)) return undefined;
  if (shell === 'pwsh' && args.some((arg) => arg === '' || /"|\\$/.test(arg))) return undefined;
  return [tool, ...args.map((arg) => quoted(arg, shell))].join(' ');
}

/** Words that a shell takes as they are. pwsh splits options at a dot or a colon, and makes lists of commas. */
const bare = /^[A-Za-z0-9_/-][A-Za-z0-9_./:,=-]*$/;
const bareInPwsh = /^[A-Za-z][A-Za-z0-9-]*$/;

function quoted(arg: string, shell: TypingShell): string {
  if ((shell === 'pwsh' ? bareInPwsh : bare).test(arg)) return arg;
  switch (shell) {
    case 'bash':
    case 'zsh':
      return `'${arg.replaceAll("'", "'\\''")}'`;
    case 'fish':
      return `'${arg.replaceAll(/[\\']/g, '\\$&')}'`;
    case 'pwsh':
      // All of these end a text in single quotes there.
      return `'${arg.replaceAll(/['\u2018-\u201B]/g, '$&$&')}'`;
    default:
      return assertNever(shell);
  }
}
