import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subscriptionA, virtualMachine } from '../builders/alert.ts';
import { wireAlert } from '../builders/wireAlert.ts';
import { buildProgram, type BuiltProgram } from './builtProgram.ts';
import { runProgram, type Outcome } from './runProgram.ts';

interface PrintedStep {
  readonly phase: string;
  readonly title: string;
  readonly mandatory: boolean;
  readonly risk: string;
  readonly command?: {
    readonly tool: string;
    readonly args: readonly string[];
    readonly unfilled?: readonly unknown[];
  };
  readonly verify?: { readonly resource: string };
  readonly undo?: { readonly args: readonly string[] };
}

interface Printed {
  readonly runbook: string;
  readonly specific: boolean;
  readonly steps: readonly PrintedStep[];
}

let built: BuiltProgram;
beforeAll(async () => (built = await buildProgram()));
afterAll(() => built.remove());

function run(...words: readonly string[]): Promise<Outcome> {
  return runProgram(built.program, ['runbook', ...words]);
}

async function printed(...words: readonly string[]): Promise<Printed> {
  const { code, output, complaints } = await run(...words);
  expect([code, complaints]).toEqual([0, '']);
  return JSON.parse(output) as Printed;
}

async function fileOf(name: string, content: unknown): Promise<string> {
  const file = path.join(built.folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function bruteForceFrom(address: string): unknown {
  return wireAlert({
    alertType: 'RDP_Incoming_BF_OneToOne',
    resourceIdentifiers: [{ type: 'AzureResource', azureResourceId: virtualMachine('web-1') }],
    entities: [{ $id: '1', type: 'ip', address }],
  });
}

function blocking({ steps }: Printed): PrintedStep | undefined {
  return steps.find(({ title }) => title.startsWith('Block the source address'));
}

it('prints the runbook of a type, with its commands as they are written', async () => {
  const { runbook, specific, steps } = await printed('--alert-type', 'SIMULATED_RDP_Incoming_BF_OneToOne');
  expect([runbook, specific]).toEqual(['network-brute-force', true]);
  expect(new Set(steps.map(({ phase }) => phase))).toContain('contain');
  expect(blocking({ runbook, specific, steps })?.command?.args).toContain(
    '--source-address-prefixes={attackerAddress}',
  );
});

it('says that a runbook is only the general one', async () => {
  expect((await printed('--alert-type', 'Nobody_Knows')).specific).toBe(false);
});

describe('with an alert', () => {
  it('fills the commands in, and says what it could not fill', async () => {
    const step = blocking(await printed('--input', await fileOf('alert.json', bruteForceFrom('8.8.4.4'))));
    expect(step?.command).toMatchObject({
      tool: 'az',
      args: expect.arrayContaining(['--source-address-prefixes=8.8.4.4', `--subscription=${subscriptionA}`]) as unknown,
      unfilled: [{ kind: 'missing', parameter: 'nsg' }],
    });
  });

  it.each(['8.8.4.4;reboot', '@/etc/passwd', '--ids=x', '$(reboot)', '168.63.129.16'])(
    'leaves the parameter where its value is %j',
    async (address) => {
      const step = blocking(await printed('--input', await fileOf('hostile.json', bruteForceFrom(address))));
      expect(step?.command?.args).toContain('--source-address-prefixes={attackerAddress}');
      expect(JSON.stringify(step)).not.toContain(JSON.stringify(address).slice(1, -1));
    },
  );

  it('takes the only alert of a page', async () => {
    const page = await fileOf('page.json', { value: [bruteForceFrom('8.8.4.4')] });
    expect((await printed('--input', page)).runbook).toBe('network-brute-force');
  });

  it('reads Markdown for people', async () => {
    const file = await fileOf('alert.json', bruteForceFrom('8.8.4.4'));
    const { code, output } = await run('--input', file, '--format', 'markdown');
    expect(code).toBe(0);
    expect(output).toContain('## Contain\n');
    expect(output).toContain('--name=incident-deny-8.8.4.4');
  });
});

describe('a bad input is one line and exit code 2', () => {
  it.each([
    ['not JSON', '{"properties":', 'The input is not JSON'],
    ['an empty file', '', 'The input is not JSON'],
    ['an object that is no alert', {}, 'The input holds no alert as the alerts API sends it'],
    ['null', 'null', 'The input holds no alert as the alerts API sends it'],
    ['an empty page', { value: [] }, 'The input holds 0 alerts; a runbook is filled in from one'],
    ['two alerts', [bruteForceFrom('8.8.4.4'), {}], 'The input holds 2 alerts; a runbook is filled in from one'],
  ])('%s', async (_, content, reason) => {
    const { code, output, complaints } = await run('--alert-type', 'x', '--input', await fileOf('bad.json', content));
    expect([code, output, complaints]).toEqual([2, '', `${reason}\n`]);
  });

  it('a file that is not there, and no words at all', async () => {
    expect(await run('--input', path.join(built.folder, 'none.json'))).toMatchObject({ code: 2, output: '' });
    expect(await run()).toMatchObject({ code: 2, complaints: '--alert-type is missing. See --help.\n' });
    expect(await run('--help')).toMatchObject({ code: 0, complaints: '' });
  });
});
