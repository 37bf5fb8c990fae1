import { describe, expect, it } from 'vitest';
import { normalizeRemediation } from '../../../src/domain/remediation/normalizeRemediation.ts';
import type { RemediationStep } from '../../../src/domain/remediation/step.ts';
import { stepsText } from '../../../src/domain/remediation/stepText.ts';
import { read, blocksOf } from './outline.ts';

describe('the eight shapes that the service sends', () => {
  it('(a) strips numbers from an array of numbered items', () => {
    expect(read('1. Isolate the host.', '2.Rotate its keys.', '10) Report.')).toEqual([
      'Isolate the host.',
      'Rotate its keys.',
      'Report.',
    ]);
  });

  it('(b) leaves unnumbered items as they are', () => {
    expect(read('Ask the owner.', ' Remove the blob. ')).toEqual(['Ask the owner.', 'Remove the blob.']);
  });

  it.each(['\n', '\r\n', '\r', '\u2028', '\\r\\n', '\\n'])(
    '(c) splits one string that holds a list (break %j)',
    (br) => {
      expect(read(`1. First.${br}2. Second. ${br}3. Third.`)).toEqual(['First.', 'Second.', 'Third.']);
    },
  );

  it.each(['•', '-', '*', '+', '–', '▪', '◦'])('(d) strips the bullet %s', (sign) => {
    expect(read(`${sign} Revoke tokens.`, `${sign} Store keys safely.`)).toEqual([
      'Revoke tokens.',
      'Store keys safely.',
    ]);
  });

  it('(e) turns a JSON link into a link block', () => {
    const json = String.raw`{"displayValue":"Read about \"injection\"","kind":"Link","value":"https:\/\/learn.microsoft.com\/x"}`;
    expect(blocksOf(json)).toEqual([
      { kind: 'link', label: 'Read about "injection"', href: 'https://learn.microsoft.com/x' },
    ]);
  });

  it('(f) turns openBlade JSON into a link relative to the portal, inputs encoded', () => {
    const json = JSON.stringify({
      kind: 'openBlade',
      displayValue: 'Enforce rule',
      extension: 'Microsoft_Azure_Security_R3',
      detailBlade: 'RulesBlade',
      detailBladeInputs: 'protectedResourceId=/subscriptions/1/x y&mode=a',
    });
    expect(blocksOf(json)).toEqual([
      {
        kind: 'link',
        label: 'Enforce rule',
        href: '#blade/Microsoft_Azure_Security_R3/RulesBlade/protectedResourceId/%2Fsubscriptions%2F1%2Fx%20y/mode/a',
      },
    ]);
  });

  it.each([
    'kubectl get mutatingwebhookconfigurations sample -o json',
    'az vm deallocate --name web1 --resource-group shop',
    'sudo systemctl stop "the unit"',
    'Get-ScheduledTask',
    'docker ps -a',
  ])('(g) turns the bare command %s into a command block', (command) => {
    expect(blocksOf(command)).toEqual([{ kind: 'command', text: command }]);
  });

  it('(h) marks unresolved placeholders as fragments of their own', () => {
    expect(blocksOf('Review with %{User Name} what ran.')).toEqual([
      {
        kind: 'text',
        fragments: [
          { kind: 'plain', text: 'Review with ' },
          { kind: 'placeholder', name: 'User Name' },
          { kind: 'plain', text: ' what ran.' },
        ],
      },
    ]);
  });
});

describe('nested lists', () => {
  it('keeps items of a second level below the item that introduces them, across strings', () => {
    expect(
      read('• If tokens leaked, do this:', String.raw` 2.1.\tLimit access.`, '2.2. Rotate.', '• Close the container.'),
    ).toEqual([['If tokens leaked, do this:', ['Limit access.', 'Rotate.']], 'Close the container.']);
  });

  it('keeps letters, roman numerals and bullets by indentation or by style', () => {
    const text =
      '1. Isolate\n   a. Network\n   b. Identity\n      i. Users\n      ii. Keys\n2. Report\n- to the owner\n3. Close';
    expect(read(text)).toEqual([
      ['Isolate', ['Network', ['Identity', ['Users', 'Keys']]]],
      ['Report', ['to the owner']],
      'Close',
    ]);
  });

  it('hangs a list below its introduction, and ends it at prose after an empty line', () => {
    expect(read('Do this:\n1. One\n2. Two\n\nThen close the alert.')).toEqual([
      ['Do this:', ['One', 'Two']],
      'Then close the alert.',
    ]);
  });

  it('does not nest unmarked items below marked ones', () => {
    expect(read('• One', 'Two', '• Three')).toEqual(['One', 'Two', 'Three']);
  });

  it('bounds the depth, so that no reader recurses without end', () => {
    const text = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}1. level${String(depth)}`).join('\n');
    const depthOf = (steps: readonly RemediationStep[]): number =>
      steps.reduce((deepest, step) => Math.max(deepest, 1 + depthOf(step.children)), 0);
    expect(depthOf(normalizeRemediation([text]))).toBeLessThanOrEqual(6);
    expect(stepsText(normalizeRemediation([text]))).toContain('level499');
  });
});

describe('what only looks like a list or a command', () => {
  it.each([
    'Upgrade to version 1. 2. is broken.',
    'Install .NET version 2. It is supported.',
    '1.5 GB were copied.',
    '10.0.0.4 is the source.',
    'A. Smith reported it.',
    'I. Newton owns the machine.',
    '--verbose shows more',
    '2024. The year.',
  ])('keeps %s whole', (text) => {
    expect(read(text)).toEqual([text]);
  });

  it.each([
    'docker containers should be stopped',
    'kill the process',
    'find out who did it.',
    'net users with rights',
    'last week',
    'Set-up of the machine',
  ])('keeps %s as prose', (text) => {
    expect(blocksOf(text).map(({ kind }) => kind)).toEqual(text === 'last week' ? ['command'] : ['text']);
  });

  it('splits a list on one line only where its numbers follow sentences in order', () => {
    expect(read('1. Stop it. 2. Report it; 3. Close.')).toEqual(['Stop it.', 'Report it;', 'Close.']);
    expect(read('Then: 1) stop it, 2) report it')).toEqual([['Then:', ['stop it,', 'report it']]]);
    expect(read('• One. • Two.')).toEqual(['One.', 'Two.']);
  });
});

describe('commands within text', () => {
  it('takes fenced lines as commands, continuation lines joined', () => {
    expect(blocksOf('Run:\n```bash\naz vm show \\\n  --name web1\naz logout\n```\nThen wait.')).toEqual([
      { kind: 'text', fragments: [{ kind: 'plain', text: 'Run:' }] },
      { kind: 'command', text: 'az vm show --name web1' },
      { kind: 'command', text: 'az logout' },
      { kind: 'text', fragments: [{ kind: 'plain', text: 'Then wait.' }] },
    ]);
  });

  it('takes back-ticked words as code within the sentence, or as a command when they are all of it', () => {
    expect(blocksOf('Run `az logout` now')).toEqual([
      {
        kind: 'text',
        fragments: [
          { kind: 'plain', text: 'Run ' },
          { kind: 'code', text: 'az logout' },
          { kind: 'plain', text: ' now' },
        ],
      },
    ]);
    expect(blocksOf('`anything here`')).toEqual([{ kind: 'command', text: 'anything here' }]);
  });

  it.each(['az vm list\u001b[201~', 'az vm list \u202Eexe', '`az vm\u0007 list`', 'kubectl get \u200bpods'])(
    'never offers a command with invisible characters for copying: %j',
    (text) => {
      for (const block of blocksOf(text)) {
        expect(block.kind).toBe('text');
        if (block.kind === 'text') expect(block.fragments.map(({ kind }) => kind)).toEqual(['plain']);
      }
    },
  );
});

describe('leaks of HTML, Markdown and JSON', () => {
  it('turns anchors and Markdown links into link fragments', () => {
    const expected = [
      { kind: 'plain', text: 'See ' },
      { kind: 'link', label: 'the guide', href: 'https://learn.microsoft.com/g' },
      { kind: 'plain', text: '.' },
    ];
    expect(blocksOf('See <a target="_blank" href="https://learn.microsoft.com/g">the <b>guide</b></a>.')).toEqual([
      { kind: 'text', fragments: expected },
    ]);
    expect(blocksOf('See [the guide](https://learn.microsoft.com/g).')).toEqual([
      { kind: 'text', fragments: expected },
    ]);
  });

  it('writes out the address of an anchor that prose cannot carry, so that it does not hide', () => {
    expect(read('<a href="javascript:alert(1)">Fix it</a>')).toEqual(['Fix it (javascript:alert(1))']);
  });

  it('breaks lines at tags and keeps the nesting of HTML lists', () => {
    expect(read('Do&nbsp;this:<ul><li>One<ul><li>Deep</li></ul></li><li>Two &amp; three</li></ul>')).toEqual([
      ['Do this:', [['One', ['Deep']], 'Two & three']],
    ]);
    expect(read('1. One<br/>2. Two<br>')).toEqual(['One', 'Two']);
  });

  it('keeps scripts, images and unknown words in angle brackets as text', () => {
    for (const text of ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'az vm show --name <vm-name>']) {
      expect(read(text).join()).toContain(text);
    }
  });

  it('does not decode twice', () => {
    expect(read('&amp;lt;b&amp;gt;')).toEqual(['&lt;b&gt;']);
    expect(read('&#x202E;&#10;&#xD800;&bogus;').join()).toContain('&#10;&#xD800;&bogus;');
  });

  it('parts sentences whose JSON array leaked into one string', () => {
    expect(
      read(String.raw`Enable \"soft delete\": https://learn.microsoft.com/a.","If logs are on, query them.`),
    ).toEqual(['Enable "soft delete": https://learn.microsoft.com/a.', 'If logs are on, query them.']);
  });

  it('reads a JSON array of strings as that many steps', () => {
    expect(read('["1. One","2. Two"]')).toEqual(['One', 'Two']);
  });

  it.each([
    '{"kind":"Link","displayValue":"x"}',
    '{"kind":"openBlade","extension":"../evil","detailBlade":"B"}',
    '{"kind":"openBlade","extension":"E","detailBlade":"B/../C"}',
    '{"kind":"Other","value":"https://learn.microsoft.com/a"}',
    '{"kind":"Link","value":"https:',
    '[1,2]',
    '{}',
  ])('shows JSON that it does not understand as text: %s', (json) => {
    const blocks = blocksOf(json);
    expect(blocks.map(({ kind }) => kind)).toEqual(['text']);
    expect(read(json)).toEqual([json]);
  });

  it('leaves the punctuation of the sentence out of an address', () => {
    const hrefs = blocksOf('(see https://learn.microsoft.com/a_(b)), https://learn.microsoft.com/c.').flatMap(
      (block) =>
        block.kind === 'text' ? block.fragments.flatMap((part) => (part.kind === 'link' ? [part.href] : [])) : [],
    );
    expect(hrefs[1]).toBe('https://learn.microsoft.com/c');
    expect(hrefs[0]).toMatch(/^https:\/\/learn\.microsoft\.com\/a_\(b\)/);
  });
});

it('leaves a text that is too long to be a list of steps in one piece, and whole', () => {
  const endless = Array.from({ length: 50_000 }, (_, index) => `${String(index + 1)}. Step`).join('\n');
  const steps = normalizeRemediation(['1. First', endless, '2. Last']);
  expect(steps).toHaveLength(3);
  expect(steps[1]?.blocks).toEqual([{ kind: 'text', fragments: [{ kind: 'plain', text: endless }] }]);
});
