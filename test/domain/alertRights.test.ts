import { describe, expect, it } from 'vitest';
import { alertRights, canChangeStatus } from '../../src/domain/alertRights.ts';

const rights = (...actions: readonly string[]) => alertRights([{ actions, notActions: [] }]);

describe('rights over alerts', () => {
  it('are all those of a Security Admin, and none of a Security Reader', () => {
    expect(rights('Microsoft.Security/*')).toEqual({ dismiss: true, resolve: true, activate: true });
    expect(rights('Microsoft.Security/*/read')).toEqual({ dismiss: false, resolve: false, activate: false });
  });

  it('may be a part, as a custom role gives them', () => {
    const some = rights('Microsoft.Security/locations/alerts/dismiss/action');
    expect(some).toEqual({ dismiss: true, resolve: false, activate: false });
    expect(canChangeStatus(some)).toBe(true);
    expect(canChangeStatus(rights())).toBe(false);
  });
});
