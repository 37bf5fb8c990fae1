import { describe, expect, it } from 'vitest';
import { objectionToCommand, readsOnly } from '../../../../src/domain/remediation/commands/allowedCommands.ts';
import type { CommandTool } from '../../../../src/domain/remediation/commands/commandTemplate.ts';

type Command = readonly [CommandTool, readonly string[]];

describe('a command of a workspace', () => {
  it.each<Command>([
    [
      'az',
      ['network', 'nsg', 'rule', 'create', '--resource-group={nsgGroup}', '--source-address-prefixes=203.0.113.0/24'],
    ],
    ['az', ['role', 'assignment', 'list', '--scope=/subscriptions/{subscription}/resourceGroups/app']],
    ['az', ['storage', 'account', 'show', '--query=..id']],
    ['kubectl', ['get', 'pod/{pod}', '--output=yaml']],
    ['kubectl', ['describe', 'secret', 'x']],
  ])('may be %s %j', (tool, args) => {
    expect(objectionToCommand({ tool, args })).toBeUndefined();
  });

  it.each<Command>([
    ['az', ['vm', 'run-command', 'create', '--script-uri=https://example.org/x.sh']],
    ['az', ['ad', 'app', 'credential', 'reset', '--id={applicationId}']],
    ['az', ['keyvault', 'secret', 'show', '--vault-name={vaultName}', '--name=x']],
    ['az', ['keyvault', 'secret', 'set', '--vault-name={vaultName}', '--name=x', '--value=y']],
    ['az', ['storage', 'account', 'keys', 'list', '--account-name={storageName}']],
    ['az', ['webapp', 'config', 'appsettings', 'list', '--name={webAppName}']],
    ['kubectl', ['get', 'secret', '--output=yaml']],
    ['kubectl', ['get', 'pods,Secrets', '--output=json']],
    ['kubectl', ['label', 'secret/x', 'a=b', '--output=yaml']],
    ['kubectl', ['get', 'secrets.v1.', '--output=yaml']],
  ])('does not run code on machines or print secrets: %s %j', (tool, args) => {
    expect(objectionToCommand({ tool, args })).toContain('is not allowed here');
  });

  it.each(['/etc/passwd', 'C:/Users/x', 'file://x', '../x', 'a/../../x'])('hands no file to a tool: %s', (path) => {
    const args = ['vm', 'create', `--custom-data=${path}`];
    expect(objectionToCommand({ tool: 'az', args })).toBe('"--custom-data" reads or writes files of this machine');
  });

  it('names no subscription but that of the alert', () => {
    const args = ['role', 'assignment', 'create', '--scope=/subscriptions/00000000-0000-4000-8000-00000000abcd'];
    expect(objectionToCommand({ tool: 'az', args })).toContain('"--scope" names a subscription');
  });
});

describe('a command that only reads', () => {
  it.each<Command>([
    ['az', ['vm', 'show', '--name={vmName}']],
    ['kubectl', ['auth', 'can-i', '--list']],
    ['kubectl', ['delete', 'pod/{pod}', '--dry-run=server']],
  ])('is %s %j', (tool, args) => {
    expect(readsOnly({ tool, args })).toBe(true);
  });

  it.each<Command>([
    ['az', ['vm', 'delete', '--name={vmName}']],
    ['kubectl', ['auth', 'reconcile']],
    ['kubectl', ['delete', 'pod/{pod}', '--dry-run=client', '--dry-run=none']],
    ['kubectl', ['delete', 'pod/{pod}', '--dry-run=server', '--dry-run']],
  ])('is not %s %j', (tool, args) => {
    expect(readsOnly({ tool, args })).toBe(false);
  });
});
