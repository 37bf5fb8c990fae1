import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const source = new URL('../../src/', import.meta.url);

function filesThatMatch(pattern: RegExp): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && pattern.test(readFileSync(new URL(file, source), 'utf8')))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
}

it('no credential tries whatever it finds on the machine: it would run programs and hide why they failed', () => {
  const ambient =
    /\b(?:DefaultAzure|ChainedToken|ManagedIdentity|AzurePowerShell|AzureDeveloperCli|VisualStudioCode)\w*/;
  expect(filesThatMatch(ambient)).toEqual([]);
});

it('only the bundle for it uses @azure/identity', () => {
  expect(filesThatMatch(/from '@azure\/identity'/)).toEqual([
    'azure/identity/azureCli.ts',
    'azure/identity/servicePrincipal.ts',
  ]);
});

it('a secret is read from VS Code in one file only', () => {
  expect(filesThatMatch(/#secrets\.|\bsecrets\.(?:get|store|delete)\b/)).toEqual([
    'platform/signIn/servicePrincipalStore.ts',
  ]);
});
