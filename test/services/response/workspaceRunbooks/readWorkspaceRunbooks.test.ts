import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Runbook } from '../../../../src/domain/remediation/runbooks/runbook.ts';
import {
  readWorkspaceRunbooks,
  type WorkspaceRunbooks,
} from '../../../../src/services/response/workspaceRunbooks/readWorkspaceRunbooks.ts';
import { runbookSchema } from '../../../../src/services/response/workspaceRunbooks/runbookSchema.ts';
import { invisible } from '../../../builders/hostileText.ts';
import { hostileValues } from '../../../builders/hostileValues.ts';

const good = `---
id: our-key-vault
title: Our key vaults
alertTypes: [KV_*]
steps:
  - id: close-the-vault
    phase: contain
    title: Close the vault
    mandatory: true
    risk: high
    command: az keyvault update --name={vaultName} --resource-group={vaultGroup} --default-action=Deny
    changes: Nobody from outside reaches the vault.
    undo: [az, keyvault, update, '--name={vaultName}', '--resource-group={vaultGroup}', '--default-action=Allow']
    verify:
      resource: '{vault}'
      apiVersion: 2023-07-01
      property: properties.networkAcls.defaultAction
      expect: Deny
  - id: call-the-team
    phase: prevent
    title: Call the team
---

# Notes

## close-the-vault

Tell the platform team first.

\`\`\`text
# not a heading
\`\`\`

## Call the team

Their number is in the wiki.
`;

function read(texts: Readonly<Record<string, string>>, product: readonly Runbook[] = []): WorkspaceRunbooks {
  return readWorkspaceRunbooks(new Map(Object.entries(texts)), (id) => product.find((each) => each.id === id));
}

/** Messages of a file's problems, with what they point at. */
function problemsOf(text: string): readonly string[] {
  const { problems } = read({ 'a.md': text });
  return (problems.get('a.md') ?? []).map(
    ({ message, range }) => `${text.slice(range.start, range.end).trim()} → ${message}`,
  );
}

function aFile(id: string, ...lines: readonly string[]): string {
  return ['---', `id: ${id}`, 'title: T', ...lines, '---', ''].join('\n');
}

function withStep(...lines: readonly string[]): string {
  return aFile('x', 'steps:', '  - id: s', '    phase: contain', '    title: S', ...lines.map((line) => `    ${line}`));
}

describe('a runbook of the workspace', () => {
  it('is read whole, instructions from the text below included', () => {
    const { runbooks, problems } = read({ 'a.md': good });
    expect(problems).toEqual(new Map([['a.md', []]]));
    expect(runbooks).toMatchObject([
      {
        id: 'our-key-vault',
        alertTypes: ['KV_*'],
        steps: [
          {
            instruction: expect.stringMatching(/^Tell the platform team first\.[^]*# not a heading/) as unknown,
            mandatory: true,
            command: { tool: 'az', changes: 'Nobody from outside reaches the vault.' },
            undo: { args: expect.arrayContaining(['--default-action=Allow']) as unknown },
            verify: { resource: '{vault}', expect: { equals: 'Deny' } },
          },
          { id: 'call-the-team', instruction: 'Their number is in the wiki.', mandatory: false, risk: 'none' },
        ],
      },
    ]);
  });

  it('reads the same with the line ends of Windows and a byte order mark', () => {
    expect(read({ 'a.md': `\uFEFF${good.replaceAll('\n', '\r\n')}` }).runbooks).toHaveLength(1);
  });

  it('is what the schema describes', () => {
    const validate = new Ajv({ strict: false }).compile(runbookSchema);
    expect(validate(parse(good.split('---\n')[1] ?? '', { schema: 'core' }))).toBe(true);
    expect(validate({ id: 'A', title: 'x' })).toBe(false);
  });
});

describe('a bad file', () => {
  it.each([
    ['', ' → The file does not begin with front matter between two lines of "---"'],
    ['# Only text', '# Only text → The file does not begin with front matter between two lines of "---"'],
    ['---\nid: x\n', '--- → The file does not begin with front matter between two lines of "---"'],
    [aFile('x', 'steps: []', 'stpes: []'), 'stpes → Unknown name "stpes": choose'],
    [aFile('Not Kebab', 'steps: []'), 'Not Kebab → "id" is not in kebab-case'],
    [aFile('x', 'steps: {}'), '{} → "steps" is not a list'],
    [aFile('x'), '"steps" is missing'],
    [aFile('x', 'alertTypes: [3]', 'steps: []'), '3 → "alertTypes" holds something that is not a text'],
    [withStep('phase: later'), 'Map keys must be unique'],
    [withStep('mandatory: maybe'), 'maybe → "mandatory" is neither true nor false'],
    [withStep('risk: huge'), 'huge → "risk" is one of none, low, medium, high'],
    [withStep('command: az vm stop --name={vmNmae}'), '→ There is no parameter {vmNmae}'],
    [withStep('command: rm -rf /'), 'rm -rf / → "rm" is not a tool that a step may run: az or kubectl'],
    [withStep('command: az account get-access-token'), '→ "az account" is not allowed here'],
    [withStep('command: az extension add --name=x'), '→ "az extension" is not allowed here'],
    [withStep('command: az vm run-command invoke --name={vmName}'), '→ "az vm run-command invoke" is not allowed here'],
    [withStep('command: az keyvault secret download --file=x --name=y'), '→ "--file" reads or writes files'],
    [
      withStep('command: az vm show --name={vmName} --subscription=other'),
      '→ "--subscription" is decided by the product',
    ],
    [withStep('command: az vm show {vmName}'), '→ "{vmName}" is no word of a command'],
    [withStep('command: kubectl exec {pod}'), '→ "kubectl exec" is not allowed here'],
    [
      withStep('command: [pwsh, -NoProfile, -NonInteractive, -CommandWithArgs, x]'),
      '→ A runbook of a workspace runs az',
    ],
    [withStep('command: az vm show --name="a b"'), '→ "command" holds a quote: write it as a list'],
    [withStep('command: az vm delete --name={vmName}', 'risk: none'), 'none → The command changes something'],
    [withStep('whatIf: az vm delete --name={vmName}'), '→ "whatIf" changes something'],
    [
      withStep('verify: {resource: "{vmName}", apiVersion: 2023-09-01, property: a, expect: 1}'),
      '→ {vmName} is not the id',
    ],
    [
      withStep('verify: {resource: "{vm}/../x", apiVersion: x, property: "a b", expect: {less: 1}}'),
      '→ "resource" is not a',
    ],
  ])('%j says what is wrong, and where', (text, problem) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
    expect(read({ 'a.md': text }).runbooks).toEqual([]);
  });

  it('with a syntax error points at it', () => {
    const text = aFile('x', 'steps: [', 'more: }');
    const [problem] = read({ 'a.md': text }).problems.get('a.md') ?? [];
    expect(problem?.range.start).toBeGreaterThan(text.indexOf('steps'));
  });

  it('never stops the others', () => {
    const { runbooks, problems } = read({ 'a.md': '---\n[', 'b.md': good, 'c.md': '', 'd.md': withStep('risk: 3') });
    expect(runbooks.map(({ id }) => id)).toEqual(['our-key-vault']);
    expect([...problems].map(([file, found]) => [file, found.length > 0])).toEqual([
      ['a.md', true],
      ['b.md', false],
      ['c.md', true],
      ['d.md', true],
    ]);
  });

  it('of ten thousand steps, or of references that grow, ends soon', () => {
    const steps = Array.from({ length: 10_000 }, (_, nth) => `  - {id: s${nth}, phase: contain, title: S}`);
    expect(problemsOf(aFile('x', 'steps:', ...steps)).join()).toMatch(/larger than 256 KB|100 are the most/);
    expect(problemsOf(aFile('x', 'steps:', ...steps.slice(0, 3000))).join()).toContain(
      '3000 entries; 100 are the most',
    );
    expect(problemsOf(aFile('x', 'steps: &a [*a]')).join()).toContain('Aliases are not read');
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
    ];
    expect(problemsOf(aFile('x', ...bomb)).join()).toContain('Aliases are not read');
    expect(problemsOf(aFile('x', `steps: ${'{a: '.repeat(50_000)}`)).length).toBeGreaterThan(0);
    expect(problemsOf(aFile('x', `steps: ${'['.repeat(4_900)}`)).length).toBeGreaterThan(0);
    expect(problemsOf(aFile('x', `steps: ${'['.repeat(200_000)}`)).length).toBeGreaterThan(0);
  });
});

describe('a runbook that includes others', () => {
  const step = (id: string, phase: string): string => `  - {id: ${id}, phase: ${phase}, title: ${id}}`;
  const product: Runbook = {
    id: 'network-brute-force',
    title: 'P',
    alertTypes: [],
    steps: [{ id: 'look', phase: 'triage', title: 'Look', instruction: '', mandatory: true, risk: 'none' }],
  };

  it('has their steps first in each phase, and its own in place of theirs', () => {
    const { runbooks } = read(
      {
        'a.md': aFile(
          'a',
          'include: [network-brute-force, b]',
          'steps:',
          step('call', 'triage'),
          step('shut', 'contain'),
        ),
        'b.md': aFile('b', 'steps:', step('shut', 'contain'), step('shout', 'triage')),
      },
      [product],
    );
    expect(runbooks[0]?.steps.map(({ id, title }) => [id, title])).toEqual([
      ['look', 'Look'],
      ['shout', 'shout'],
      ['call', 'call'],
      ['shut', 'shut'],
    ]);
  });

  it('in a circle, or one that nobody has, is said where it is included', () => {
    const texts = {
      'a.md': aFile('a', 'include: [b]', 'steps: []'),
      'b.md': aFile('b', 'include: [a]', 'steps: []'),
      'c.md': aFile('c', 'include: [c]', 'steps: []'),
      'd.md': aFile('d', 'include: [none]', 'steps: []'),
      'e.md': aFile('d', 'steps: []'),
      'f.md': good,
    };
    const { runbooks, problems } = read(texts);
    expect(runbooks.map(({ id }) => id)).toEqual(['our-key-vault']);
    const said = (file: string): string =>
      problems
        .get(file)
        ?.map(({ message }) => message)
        .join() ?? '';
    expect(said('a.md') + said('b.md')).toContain('It includes itself by way of "a"');
    expect(said('c.md')).toBe('It includes itself');
    expect(said('d.md')).toBe('There is no runbook "none" to include');
    expect(said('e.md')).toBe('Another file has a runbook with the id "d"');
  });
});

it('any text ends in a runbook or in problems that lie inside of it', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 300 }).map((text) => aFile('x', text)),
    fc.constantFrom(...hostileValues).map((value) => withStep(`command: az vm show --name=${value}`)),
    fc.constantFrom(...hostileValues).map((value) => good.replace('{vaultName}', () => value)),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { runbooks, problems } = read({ 'a.md': text });
      const found = problems.get('a.md') ?? [];
      expect(runbooks.length === 1).toBe(found.length === 0);
      for (const { message, range } of found) {
        expect(message).not.toMatch(invisible);
        expect(range.start >= 0 && range.end <= text.length + 1).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
