import { expect, it } from 'vitest';
import { signedInAs } from '../../../src/services/signIn/signedInAs.ts';

const facts = { method: 'vscode', cloud: 'public', account: 'ada@contoso.example', signedOut: false } as const;

it.each([
  [facts, 'ada@contoso.example'],
  [{ ...facts, cloud: 'usgovernment' }, 'ada@contoso.example · US Government'],
  [{ ...facts, account: undefined }, ''],
  [{ ...facts, signedOut: true }, ''],
  [{ ...facts, signedOut: true, cloud: 'custom' }, 'custom cloud'],
  [{ ...facts, method: 'azureCli', cloud: 'china' }, 'Azure CLI · China'],
  [{ ...facts, method: 'environment' }, 'service principal'],
  [{ ...facts, method: 'sample', cloud: 'china' }, 'sample environment'],
  [{ ...facts, account: 'a\u202Eb' }, 'a⟨U+202E⟩b'],
] as const)('%o is told as “%s”', (given, text) => {
  expect(signedInAs(given)).toBe(text);
});
