import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { compilerFlags } from '../../src/cli/compilerFlags.ts';

const measured = '13.6.233.17-node.37';

it.each(['11.3.244.8-node.23', '12.4.254.21-node.33', '14.0.1', '130.1', ''])(
  'a V8 that was not measured (%j) is given no flags',
  (version) => {
    expect(compilerFlags(version)).toEqual([]);
  },
);

it('a V8 that was measured knows the flags that it is given', () => {
  expect(compilerFlags(measured)).not.toEqual([]);
  // Of a flag that V8 does not know it complains, and goes on.
  const flags = JSON.stringify(compilerFlags(process.versions.v8));
  const code = `for (const flag of ${flags}) require('node:v8').setFlagsFromString(flag)`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
