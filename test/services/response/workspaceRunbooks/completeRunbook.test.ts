import { expect, it } from 'vitest';
import { completeRunbook } from '../../../../src/services/response/workspaceRunbooks/completeRunbook.ts';

/** What is offered at the mark "|" of a text. */
function offered(marked: string): readonly string[] {
  const offset = marked.indexOf('|');
  return completeRunbook(marked.replace('|', ''), offset).map(({ text }) => text);
}

it('names are offered by where they may stand', () => {
  expect(offered('---\n|\n---\n')).toContain('alertTypes: ');
  expect(offered('---\nid: x\nsteps:\n  - |\n---\n')).toContain('phase: ');
  expect(offered('---\nid: x\nsteps:\n  - id: a\n    ph|\n---\n')).toContain('phase: ');
  expect(offered('---\nsteps:\n  - id: a\n    verify:\n      |\n---\n')).toContain('apiVersion: ');
  expect(offered('---\nsteps:\n  - id: a\n    verify:\n      resource: x\n    |\n---\n')).toContain('mandatory: ');
});

it('values are offered where there are few', () => {
  expect(offered('---\nsteps:\n  - phase: |\n---\n')).toEqual(['triage', 'contain', 'eradicate', 'recover', 'prevent']);
  expect(offered('---\nsteps:\n  - id: a\n    mandatory: |\n---\n')).toEqual(['true', 'false']);
  expect(offered('---\ntitle: |\n---\n')).toEqual([]);
});

it('parameters are offered between braces', () => {
  expect(offered('---\nsteps:\n  - command: az vm show --name={v|\n---\n')).toContain('{vmName}');
});

it('nothing is offered outside of the front matter', () => {
  expect(offered('---\nid: x\n---\n|')).toEqual([]);
  expect(offered('|no front matter')).toEqual([]);
});
