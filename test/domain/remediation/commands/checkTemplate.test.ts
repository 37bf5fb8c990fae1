import { expect, it } from 'vitest';
import { checkTemplate } from '../../../../src/domain/remediation/commands/checkTemplate.ts';
import type { CommandTool } from '../../../../src/domain/remediation/commands/commandTemplate.ts';

const pwsh = ['-NoProfile', '-NonInteractive', '-CommandWithArgs'];

it.each<[CommandTool, readonly string[]]>([
  ['az', ['vm', 'show', '--name={vmName}', '--query=[].[name,id]', '--no-wait']],
  ['az', ['ad', 'user', 'show', '--id={userId}']],
  ['az', ['rest', '--method=post', '--url={graph}/v1.0/users/{userId}/revokeSignInSessions']],
  ['kubectl', ['get', 'pod/{pod}', '{node}', '--namespace={podNamespace}', 'incident=quarantine']],
  ['pwsh', [...pwsh, 'Stop-Service -Name $args[0]', '{vmName}']],
])('%s %j is sound', (tool, args) => {
  expect(checkTemplate({ tool, args })).toEqual([]);
});

it.each<[CommandTool, readonly string[], string]>([
  ['az', [], 'The command begins with a word'],
  ['az', ['--name=x'], 'The command begins with a word'],
  ['az', ['vm', 'show', '{vmName}'], 'is no word of a command'],
  ['az', ['vm', '--name=x', 'show'], 'stands behind an option'],
  ['az', ['vm', 'show', '-n=x'], 'is no option in the form --name=value'],
  ['az', ['vm', 'show', '--name=@file'], 'holds a sign'],
  ['az', ['vm', 'show', '--name=-x'], 'begins like an option'],
  ['az', ['vm', 'show', '--ids={vm}'], '"--ids" is decided by the product'],
  ['az', ['vm', 'show', '--subscription={subscription}'], '"--subscription" is decided by the product'],
  ['az', ['vm', 'show', '--subscriptio={subscription}'], '"--subscriptio" is decided by the product'],
  ['az', ['vm', 'show', '--id={vm}'], '"--id" is decided by the product'],
  ['az', ['vm', 'show', '--{vmName}=x'], 'is no option'],
  ['az', ['vm', 'show', '--name={nobody}'], 'There is no parameter {nobody}'],
  ['az', ['vm', 'show', '--name="x"'], 'holds a sign that some shell reads as its own'],
  ['az', ['vm', 'show', '--name=$HOME'], 'holds a sign'],
  ['az', ['vm', 'show', '--name=%PATH%'], 'holds a sign'],
  ['kubectl', ['get', '{pod};x'], 'holds a sign|is no object'],
  ['kubectl', ['get', 'pod', '--context=x'], '"--context" is decided by the product'],
  ['kubectl', ['get', 'pod', '--as-group=x'], '"--as-group" is decided by the product'],
  ['kubectl', ['get', 'pod', '--insecure-skip-tls-verify'], '"--insecure-skip-tls-verify" is decided by the product'],
  ['kubectl', ['get', 'pod', '--profile=cpu', '--profile-output=x'], '"--profile-output" is decided by the product'],
  ['kubectl', ['get', '--raw=/api'], '"--raw" is decided by the product'],
  ['kubectl', ['apply', '--filename=x'], '"--filename" is decided by the product'],
  ['pwsh', ['-Command', 'x'], 'pwsh is called with'],
  ['pwsh', [...pwsh, 'Stop-Service {vmName}'], 'holds no parameter'],
  ['pwsh', [...pwsh, 'x', '--a={vmName}'], 'single parameters'],
  ['bash' as CommandTool, ['-c', 'x'], 'no other tool'],
])('%s %j is not', (tool, args, problem) => {
  expect(checkTemplate({ tool, args }).join()).toMatch(new RegExp(problem.replaceAll(/[{}]/g, '\\$&')));
});
