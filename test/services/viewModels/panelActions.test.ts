import { describe, expect, it } from 'vitest';
import { PanelActionTable } from '../../../src/services/viewModels/panelActions.ts';

const portalUrl = 'https://portal.azure.com';

describe('what the ids of a panel stand for', () => {
  it('has one id for one thing, also in the next model, where other things came before it', () => {
    const first = new PanelActionTable(portalUrl);
    const id = first.copy('az vm stop');
    const next = new PanelActionTable(portalUrl);
    next.copy('something new');
    expect(next.copy('az vm stop')).toBe(id);
    expect(next.copies.get(id)).toBe('az vm stop');
  });

  it('keeps apart texts that differ', () => {
    const table = new PanelActionTable(portalUrl);
    const ids = ['a', 'b', '', 'a '].map((text) => table.copy(text));
    expect(new Set(ids).size).toBe(4);
    expect(ids.map((id) => table.copies.get(id))).toEqual(['a', 'b', '', 'a ']);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vscode://evil/x',
    'command:workbench.action.terminal.new',
    'ms-msdt:/id',
    '\\\\host\\share',
    'https://portal.azure.com@evil.example/',
    'https://portal.azure.com.evil.example/',
    'https://p\u043Ertal.azure.com/',
    'http://portal.azure.com/',
  ])('never opens %s: it is text to copy', (href) => {
    const table = new PanelActionTable(portalUrl);
    expect(table.link('Fix it', href)).toMatchObject({ kind: 'address', label: 'Fix it' });
    expect(table.links.size).toBe(0);
  });

  it('opens the configured portal of another cloud', () => {
    const table = new PanelActionTable('https://portal.local.example');
    expect(table.link('Blade', 'https://portal.local.example/#x')).toMatchObject({
      kind: 'open',
      site: 'portal.local.example',
    });
  });
});
