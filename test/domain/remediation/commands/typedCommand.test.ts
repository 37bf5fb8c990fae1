import { expect, it } from 'vitest';
import type { FilledCommand } from '../../../../src/domain/remediation/commands/commandTemplate.ts';
import { typedCommand, typingShells } from '../../../../src/domain/remediation/commands/typedCommand.ts';

function aCommand(...args: readonly string[]): FilledCommand {
  return { tool: 'az', args, subscriptionId: '', resources: [] } as unknown as FilledCommand;
}

it('a command is typed as a person would type it', () => {
  const command = aCommand('vm', 'show', '--name=web-1', '--query=[].id');
  expect(typedCommand(command, 'bash')).toBe("az vm show --name=web-1 '--query=[].id'");
  expect(typedCommand(command, 'pwsh')).toBe("az vm show '--name=web-1' '--query=[].id'");
});

it('quotes are escaped as each shell wants it', () => {
  const command = aCommand("it's\\x");
  expect(typingShells.map((shell) => typedCommand(command, shell))).toEqual([
    "az 'it'\\''s\\x'",
    "az 'it'\\''s\\x'",
    "az 'it\\'s\\\\x'",
    "az 'it''s\\x'",
  ]);
});

it('nothing with a control or invisible character is typed', () => {
  for (const odd of ['a\nb', 'a\u001b[201~', 'a\u202eb', 'a\0', 'a\u2028b', 'a\u200bb']) {
    for (const shell of typingShells) expect(typedCommand(aCommand('vm', odd), shell)).toBeUndefined();
  }
});

it('what older versions of pwsh pass on wrongly is not typed there', () => {
  for (const odd of ['', 'a"b', 'a b\\']) {
    expect(typedCommand(aCommand('vm', odd), 'pwsh')).toBeUndefined();
    expect(typedCommand(aCommand('vm', odd), 'bash')).toBeDefined();
  }
});
