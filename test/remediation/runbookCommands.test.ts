import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { askParser, azurePython } from './azureCli.ts';
import { filledArgs, templates, type NamedTemplate } from './runbookTemplates.ts';

/** Version of the CLI that Debian ships, and that commands without `minimumVersion` are held to. */
const debian = [2, 45] as const;

function needsNewer({ template: { minimumVersion } }: NamedTemplate): boolean {
  const [major = 0, minor = 0] = (minimumVersion ?? '0').split('.').map(Number);
  return major > debian[0] || (major === debian[0] && minor > debian[1]);
}

it('every command of every runbook can be filled', () => {
  for (const each of templates) expect(filledArgs(each).length, each.where).toBeGreaterThan(0);
});

const python = azurePython();
const configuration = mkdtempSync(join(tmpdir(), 'az-parser-'));
afterAll(() => rmSync(configuration, { recursive: true, force: true }));

describe.skipIf(python === undefined)('the parser of the Azure CLI (skipped where there is no az)', () => {
  const ofAz = templates.filter(({ template: { tool } }) => tool === 'az');

  it('takes every az command of every runbook', () => {
    // Many runbooks share a step, and the parser takes its time.
    const different = new Map(ofAz.map((each) => [filledArgs(each).join('\n'), each]));
    const checked = [...different.values()].filter((each) => !needsNewer(each));
    const verdicts = askParser(python ?? '', checked.map(filledArgs), configuration);
    const said = verdicts.map((verdict, at) => ({ ...checked[at]!, verdict: verdict ?? 'taken' }));
    // Debian leaves out a package that commands of its CLI load; those cannot be checked with it.
    const unloadable = said.filter(({ verdict }) => verdict.includes("No module named 'azure.keyvault"));
    const complaints = said.filter((each) => each.verdict !== 'taken' && !unloadable.includes(each));
    console.log(
      [
        `${said.length - unloadable.length - complaints.length} of ${different.size} different az commands are taken; ${ofAz.length} in all`,
        ...unloadable.map(({ where }) => `not checked, its package is missing: ${where}`),
        ...ofAz.filter(needsNewer).map(({ where, template }) => `needs az ${template.minimumVersion}: ${where}`),
      ].join('\n  '),
    );
    expect(complaints.map(({ where, verdict }) => `${where}: ${verdict}`)).toEqual([]);
    expect(unloadable.every(({ template }) => template.args[0] === 'keyvault')).toBe(true);
  });

  it('refuses what it does not know, or this would prove nothing', () => {
    const rule = [
      'network',
      'nsg',
      'rule',
      'create',
      '--resource-group=a',
      '--nsg-name=b',
      '--name=c',
      '--priority=100',
    ];
    const verdicts = askParser(
      python ?? '',
      [rule, [...rule, '--bogus=1'], [...rule, '--access=Maybe'], rule.slice(0, -1), ['vm', 'destroy', '--name=a']],
      configuration,
    );
    expect(verdicts.map((verdict) => verdict === undefined)).toEqual([true, false, false, false, false]);
  });
});
