import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import type { ArmServer, ArmServerOptions } from '../arm-server/startArmServer.ts';
import { startArmServer } from '../arm-server/startArmServer.ts';
import { applicationId, applicationSecret, nordlicht, threeTenants } from '../arm-server/scenario/threeTenants.ts';
import { noon } from '../builders/alert.ts';
import type { BuiltProgram } from './builtProgram.ts';
import { type Outcome, runProgram, type RunOptions } from './runProgram.ts';

/** `alerts list` as a person runs it, against an Azure of the test's own. */
export interface AlertsProgram {
  readonly server: ArmServer;
  readonly environment: NodeJS.ProcessEnv;
  /** Runs it with more words; fails the test when a secret is printed. */
  list(words?: readonly string[], options?: RunOptions): Promise<Outcome>;

  close(): Promise<void>;
}

/** Variables of the machine that would change what is tested. */
const unset = Object.fromEntries(
  ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [
    [name, undefined],
    [name.toLowerCase(), undefined],
  ]),
);

export async function startAlertsProgram(
  { program, folder }: BuiltProgram,
  options: Partial<ArmServerOptions> = {},
): Promise<AlertsProgram> {
  const server = await startArmServer({ now: noon, scenario: threeTenants, ...options });
  const { port } = new URL(server.origin);
  const certificate = path.join(folder, `certificate-${port}.pem`);
  await writeFile(certificate, server.certificatePem);
  const environment = {
    ...process.env,
    ...unset,
    NODE_EXTRA_CA_CERTS: certificate,
    AZURE_TENANT_ID: nordlicht,
    AZURE_CLIENT_ID: applicationId,
    AZURE_CLIENT_SECRET: applicationSecret,
    AZURE_AUTHORITY_HOST: server.origin,
  };
  const endpoint = ['--resource-manager-endpoint', server.origin];
  const list = async (words: readonly string[] = [], run: RunOptions = {}): Promise<Outcome> => {
    const outcome = await runProgram(program, ['alerts', 'list', ...endpoint, ...words], { environment, ...run });
    for (const text of [outcome.output, outcome.complaints]) {
      expect(text).not.toContain(applicationSecret);
      // Every token begins like this.
      expect(text).not.toContain('eyJ');
    }
    return outcome;
  };
  return { server, environment, list, close: () => server.close() };
}

/** The first two words of each line of standard error but the last, sorted: what came of which subscription. */
export function settledIn({ complaints }: Outcome): readonly string[] {
  const lines = complaints.trimEnd().split('\n').slice(0, -1);
  return lines.map((line) => line.split(' ').slice(0, 2).join(' ')).sort();
}

export function lastLineOf({ complaints }: Outcome): string {
  return complaints.trimEnd().split('\n').at(-1) ?? '';
}

export function rowsOf({ output }: Outcome): readonly { readonly id: string }[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly id: string });
}
