import { expect, it } from 'vitest';
import { suppressionRights } from '../../../src/domain/suppression/suppressionRights.ts';

it('rights to suppress are those that the roles on the subscription give', () => {
  const all = { write: true, delete: true, simulate: true };
  const none = { write: false, delete: false, simulate: false };
  expect(suppressionRights([{ actions: ['Microsoft.Security/*'], notActions: [] }])).toEqual(all);
  expect(suppressionRights([{ actions: ['Microsoft.Security/*/read'], notActions: [] }])).toEqual(none);
  const contributor = { actions: ['*'], notActions: ['Microsoft.Security/alertsSuppressionRules/*'] };
  expect(suppressionRights([contributor])).toEqual({ ...none, simulate: true });
});
