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
});
