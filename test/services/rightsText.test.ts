import { describe, expect, it } from 'vitest';
import { rightsText } from '../../src/services/rightsText.ts';

describe('the words for rights', () => {
  it('say what can be done, and name the role that is missing for the rest', () => {
    expect(rightsText({ dismiss: true, resolve: true, activate: true })).toEqual({
      short: 'can dismiss, resolve and reactivate',
      full: 'Alerts can be dismissed, resolved and reactivated.',
    });
    expect(rightsText({ dismiss: true, resolve: false, activate: false }).full).toMatch(
      /^You can dismiss alerts, and cannot resolve or reactivate them\. It takes the role Security Admin/,
    );
  });

  it('say that nothing can be done, and that a role on a resource group does not help', () => {
    const { short, full } = rightsText({ dismiss: false, resolve: false, activate: false });
    expect(short).toBe('read only: Security Admin is missing');
    expect(full).toContain('the same role on a resource group is not enough');
  });
});
