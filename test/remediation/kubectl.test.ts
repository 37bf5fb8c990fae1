import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filledArgs, templates } from './runbookTemplates.ts';

const ofKubectl = templates.filter(({ template: { tool } }) => tool === 'kubectl');
const isThere = spawnSync('kubectl', ['version', '--client']).error === undefined;

/** Nobody listens there: whatever kubectl takes ends with a refused connection. */
const kubeconfig = `apiVersion: v1
kind: Config
current-context: none
clusters: [{name: none, cluster: {server: "https://127.0.0.1:1"}}]
contexts: [{name: none, context: {cluster: none, user: none}}]
users: [{name: none, user: {token: none}}]
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  writeFileSync(join(folder, 'config'), kubeconfig);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function complaintOf(args: readonly string[]): string {
  const local = args.map((arg) => (arg.startsWith('--kubeconfig=') ? `--kubeconfig=${join(folder, 'config')}` : arg));
  const { stderr } = spawnSync('kubectl', [...local, '--request-timeout=2s'], { encoding: 'utf8', timeout: 30_000 });
  return stderr.trim();
}

const refusedConnection = /connection refused|connection to the server|couldn't get/i;

describe.skipIf(!isThere)('kubectl (skipped where it is not installed)', () => {
  it('understands every command of every runbook as far as a cluster that is not there', () => {
    expect(ofKubectl.length).toBeGreaterThan(0);
    for (const each of ofKubectl) expect(complaintOf(filledArgs(each)), each.where).toMatch(refusedConnection);
  }, 120_000);

  it('refuses what it does not know, or this would prove nothing', () => {
    expect(complaintOf(['get', 'pods', '--bogus=1', '--kubeconfig=x'])).not.toMatch(refusedConnection);
    expect(complaintOf(['isolate', 'pod', 'a', '--kubeconfig=x'])).not.toMatch(refusedConnection);
  });
});
