import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { production } from '../../src/sample/directory.ts';
import { nordlicht } from './scenario/threeTenants.ts';
import { startArmServer, type ArmServer } from './startArmServer.ts';
import { startManagedIdentity, type ManagedIdentity } from './managedIdentity.ts';

const run = promisify(execFile);

/** The real Azure CLI, where there is one: a second client, written by others, keeps the server honest. */
/** An account that a story of the sample environment is about. */
const storage = { group: 'customs', name: 'stcustomsarchive' };

const hasAz = (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, 'az')));

let server: ArmServer;
let identity: ManagedIdentity;
let folder: string;

async function az(...words: readonly string[]): Promise<unknown> {
  const { stdout } = await run('az', [...words, '--only-show-errors', '--output', 'json'], {
    env: {
      ...process.env,
      AZURE_CONFIG_DIR: path.join(folder, 'config'),
      AZURE_CORE_COLLECT_TELEMETRY: 'no',
      // Debian's CLI asks for versions of the SDK that Debian does not ship.
      PYTHONPATH: path.resolve(import.meta.dirname, '../remediation/debianAzureCli'),
      REQUESTS_CA_BUNDLE: path.join(folder, 'certificate.pem'),
      MSI_ENDPOINT: identity.endpoint,
    },
  });
  return stdout.trim() === '' ? undefined : JSON.parse(stdout);
}

describe.skipIf(!hasAz)('the real Azure CLI (skipped where there is no az on the PATH)', () => {
  beforeAll(async () => {
    server = await startArmServer({ now: Date.now() });
    identity = await startManagedIdentity(nordlicht);
    folder = await mkdtemp(path.join(tmpdir(), 'az-'));
    await writeFile(path.join(folder, 'certificate.pem'), server.certificatePem);
    const roles = ['resource-manager', 'active-directory', 'active-directory-resource-id', 'management'];
    const endpoints = [...roles, 'active-directory-graph-resource-id'].map((role) => [
      `--endpoint-${role}`,
      server.origin,
    ]);
    await az('cloud', 'register', '--name', 'local', ...endpoints.flat());
    await az('cloud', 'set', '--name', 'local');
    await az('login', '--identity', '--allow-no-subscriptions');
  });
  afterAll(async () => {
    await Promise.all([server.close(), identity.close(), rm(folder, { recursive: true, force: true })]);
  });

  it('lists subscriptions and alerts, and changes the status of one', async () => {
    const subscriptions = (await az('account', 'list')) as { name: string }[];
    expect(subscriptions.map(({ name }) => name)).toContain('Nordlicht Production');
    const only = ['--subscription', production.subscriptionId];
    const alerts = (await az('security', 'alert', 'list', ...only)) as { id: string; name: string }[];
    expect(alerts).toHaveLength(74);
    const { id, name } = alerts.find((alert) => alert.id.includes('/resourceGroups/'))!;
    const [, group = '', location = ''] = /resourceGroups\/([^/]+)\/.*locations\/([^/]+)/.exec(id) ?? [];
    const place = ['--resource-group', group, '--location', location, '--name', name, ...only];
    // The help of the CLI writes the word small, and then nothing happens.
    await az('security', 'alert', 'update', ...place, '--status', 'Dismiss');
    expect(await az('security', 'alert', 'show', ...place)).toMatchObject({ status: 'Dismissed' });
  });

  it('contains a machine whose passwords are guessed, and takes that back', async () => {
    const only = ['--subscription', production.subscriptionId];
    const place = ['--resource-group', 'parcel-tracking', '--nsg-name', 'vm-parcel-api-02-nsg'];
    const rule = [...place, '--name', 'deny-guesser', ...only];
    const what = ['--priority', '120', '--access', 'Deny', '--source-address-prefixes', '203.0.113.80'];
    await az('network', 'nsg', 'rule', 'create', ...rule, ...what);
    expect(await az('network', 'nsg', 'rule', 'list', ...place, ...only)).toMatchObject([{ access: 'Deny' }]);
    await az('network', 'nsg', 'rule', 'delete', ...rule);
    expect(await az('network', 'nsg', 'rule', 'list', ...place, ...only)).toEqual([]);
  });

  it('forbids anonymous access to a storage account', async () => {
    const only = ['--subscription', production.subscriptionId];
    const account = ['--resource-group', storage.group, '--name', storage.name, ...only];
    await az('storage', 'account', 'update', ...account, '--allow-blob-public-access', 'false');
    expect(await az('storage', 'account', 'show', ...account)).toMatchObject({ allowBlobPublicAccess: false });
  });
});
