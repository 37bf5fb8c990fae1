import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactOutput, redactWords } from '../../../../src/services/response/journal/redact.ts';

/** Secrets are made here, so that no file of the project looks as if it held one. */
const key64 = `${'Ab3+/xY9'.repeat(10)}Ab3+xY==`;
const key32 = `${'Ab3+/xY9'.repeat(5)}Ab3=`;
const jwt = `${'ey' + 'J'}hbGciOiJSUzI1NiJ9.${'ey' + 'J'}zdWIiOiJhZGEifQ.c2lnbmF0dXJl-_x`;
const clientSecret = `abc8Q~${'x1Y2'.repeat(8)}ab`;
const hidden = 'hunter2-Tr0ub4dor';

/** Output of a tool, and the secret in it. */
const outputs: readonly (readonly [string, string, string])[] = [
  ['a JSON Web Token', `token is ${jwt} today`, jwt],
  ['an access token of the Azure CLI', `{\n  "accessToken": "${hidden}",\n  "tokenType": "Bearer"\n}`, hidden],
  ['an Authorization header', `> Authorization: Bearer ${hidden}`, hidden],
  ['an Authorization header in JSON', `{"authorization":"Basic ${hidden}"}`, hidden],
  ['a cookie', `Set-Cookie: ESTSAUTH=${hidden}; path=/`, hidden],
  ['a storage key in a list of keys', `[{"keyName":"key1","permissions":"FULL","value":"${key64}"}]`, key64],
  ['a storage key on its own', `key1\t${key64}`, key64],
  ['a storage connection string', `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${key64};`, key64],
  ['a connection string whose key is not like one', `Endpoint=sb://x/;SharedAccessKey=${hidden}`, hidden],
  ['a key of a service bus', `primary ${key32} secondary`, key32],
  ['a connection string of a database', `Server=tcp:x,1433;User ID=sa;Password=${hidden};Encrypt=True`, hidden],
  ['the same with Pwd', `Uid=sa;Pwd=${hidden}`, hidden],
  ['a connection string as a property', `"connectionString": "Server=x;${hidden}"`, hidden],
  ['the signature of a SAS', `https://x.blob.core.windows.net/c?sv=2022&se=2026-01-01&sig=${hidden}%3D&sp=r`, hidden],
  ['an encoded signature of a SAS', `next=https%3A%2F%2Fx%3Fsv%3D1%26sig%3D${hidden}`, hidden],
  ['a SAS as an option', `az storage blob list --sas-token "sv=2022&${hidden}"`, hidden],
  ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${hidden}\n-----END RSA PRIVATE KEY-----`, hidden],
  ['a private key that is cut off', `x\n-----BEGIN PRIVATE KEY-----\n${hidden}\n`, hidden],
  ['a client secret', `secret created: ${clientSecret}`, clientSecret],
  ['a GitHub token', `ghp_${'a1B2'.repeat(9)}`, 'a1B2'.repeat(9)],
  ['an AWS key id', `id AKIA${'ABCD'.repeat(4)} used`, `AKIA${'ABCD'.repeat(4)}`],
  ['a password in an address', `git clone https://ada:${hidden}@example.org/r.git`, hidden],
  ['an option with an equals sign', `az sql server create --admin-password=${hidden} --name=x`, hidden],
  ['an option with a space', `az login --password ${hidden} --tenant x`, hidden],
  ['an option that is quoted whole', `az login '--password=${hidden} and more' --tenant=x`, `${hidden} and more`],
  ['a parameter of PowerShell', `Set-X -ClientSecret ${hidden} -Name x`, hidden],
  ['a variable of the environment', `export DB_PASSWORD=${hidden}`, hidden],
  ['a variable in JSON', `{"AZURE_CLIENT_SECRET": '${hidden}'}`, hidden],
  ['a value in YAML', `data:\n  db-password: ${hidden}\n  user: sa`, hidden],
  ['JSON within JSON', String.raw`{"body":"{\"password\":\"${hidden}\"}"}`, hidden],
  [
    'an app setting with name and value apart',
    `{"name":"DB_PASSWORD","slotSetting":false,"value":"${hidden}"}`,
    hidden,
  ],
  ['a secret of a key vault', `{"id":"https://v.vault.azure.net/secrets/s/1","value":"${hidden}"}`, hidden],
  ['a name with a colour in it', `pass\u001b[31mword\u001b[0m=${hidden}`, hidden],
  ['a value with an escaped quote in it', String.raw`"password": "abc\"${hidden}"`, hidden],
  ['a value over several lines', `"clientSecret": "abc\n${hidden}"`, hidden],
  ['a key of kubeconfig', `client-key-data: ${hidden}`, hidden],
  ['a key in an environment', `API_KEY: "${hidden}"`, hidden],
];

/** Output that must stay as it is: what people read a journal for. */
const plain: readonly (readonly [string, string])[] = [
  [
    'an ARM id',
    '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm',
  ],
  [
    'a rule of a network security group',
    '{"access": "Deny", "priority": 100, "sourceAddressPrefix": "203.0.113.7", "name": "deny-it"}',
  ],
  [
    'switches about passwords',
    '{"disablePasswordAuthentication": true, "adminPassword": null, "passwordExpirationDate": "2026-01-01"}',
  ],
  ['names of secrets', '{"secretName": "db", "tokenType": "Bearer", "keyName": "key1", "permissions": "FULL"}'],
  ['a SHA-256', 'sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [
    'a table',
    'Name    ResourceGroup    Location\n------  ---------------  ----------\nvm      rg               westeurope',
  ],
  ['an error', 'ERROR: (AuthorizationFailed) The client does not have authorization to perform action'],
  ['an address with a port', 'https://vm.example.org:8443/path?api-version=2024-01-01'],
  ['a time', 'startTime: 2026-01-02T03:04:05.678Z'],
  ['a command', 'az network nsg rule create --name=deny-it --access=Deny --source-address-prefixes=203.0.113.7'],
  ['nothing', ''],
];

describe('redacting what a tool printed', () => {
  it.each(outputs)('takes out %s', (_, text, secret) => {
    const shown = redactOutput(text);
    expect(shown).not.toContain(secret);
    expect(shown).toContain('⟨redacted⟩');
  });

  it.each(plain)('leaves %s', (_, text) => {
    expect(redactOutput(text)).toBe(text);
  });

  it('leaves what stands around a secret', () => {
    expect(redactOutput(`Server=x;Password=${hidden};Encrypt=True`)).toBe('Server=x;Password=⟨redacted⟩;Encrypt=True');
    expect(redactOutput(`{"a":1,"password":"${hidden}","b":2}`)).toBe('{"a":1,"password":"⟨redacted⟩","b":2}');
    expect(redactOutput(`az x --password=${hidden} --name=y`)).toBe('az x --password=⟨redacted⟩ --name=y');
  });

  it('changes nothing more when it is done twice', () => {
    for (const [, text] of outputs) expect(redactOutput(redactOutput(text))).toBe(redactOutput(text));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outputs.map(([, text]) => text), ' ', '\n', '"', '=', ':')), (parts) => {
        const once = redactOutput(parts.join(' '));
        expect(redactOutput(once)).toBe(once);
      }),
    );
  });

  it('finds secrets wherever they stand in other output', () => {
    const secrets = outputs.map(([, , secret]) => secret);
    fc.assert(
      fc.property(fc.constantFrom(...outputs), fc.constantFrom(...plain), (secretOutput, [, around]) => {
        const shown = redactOutput(`${around}\n${secretOutput[1]}\n${around}`);
        expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
      }),
    );
  });

  it.each([
    ['quotes', '"'],
    ['opening parts of names', 'password="\\'],
    ['letters', 'a'],
    ['words like tokens', 'eyJaaaaaaaa.'],
    ['base64', 'Ab+/'],
    ['options', '--password '],
    ['addresses', 'https://a:'],
    ['private keys', '-----BEGIN PRIVATE KEY-----'],
    ['escapes', '\u001b[1;'],
    ['dots', 'a.'],
    ['names with space', 'name : '],
  ])('is done in time with 100 KB of %s', (_, part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    const start = performance.now();
    redactOutput(text);
    // The bar is 50 ms on an idle machine; quadratic work takes longer than this on any.
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('redacting what a person wrote', () => {
  it('takes out keys and tokens by their form', () => {
    expect(redactWords(`They posted ${jwt} and ${key64}.`)).toBe('They posted ⟨redacted⟩ and ⟨redacted⟩.');
  });

  it('leaves words about secrets', () => {
    const note = 'Password: reset by Ada. Token=revoked, secret rotated.';
    expect(redactWords(note)).toBe(note);
  });
});
