import { describe, expect, it } from 'vitest';
import { subscriptionPicks } from '../../src/services/subscriptionPicks.ts';
import { anAlert } from '../builders/alert.ts';
import { hostileTexts, invisible } from '../builders/hostileText.ts';
import { aStoreState, aSubscription } from '../builders/storeState.ts';

describe('what there is to choose from', () => {
  it('stands by tenant and name, with alerts, an unusual state and the id', () => {
    const picks = subscriptionPicks(
      aStoreState([
        { subscription: aSubscription('10', { displayName: 'sub-10', tenantName: 'Contoso' }), alerts: [anAlert()] },
        { subscription: aSubscription('2', { displayName: 'sub-2', tenantName: 'Contoso', state: 'Disabled' }) },
        { subscription: aSubscription('3', { displayName: 'x', tenantId: 'b' }) },
      ]),
    );
    expect(picks.map(({ title }) => title)).toEqual(['Contoso', 'Tenant b']);
    expect(picks[0]?.picks).toEqual([
      { subscriptionId: '2', label: 'sub-2', description: 'Disabled · 2' },
      { subscriptionId: '10', label: 'sub-10', description: '1 alert · 10' },
    ]);
  });

  it('shows no icon and no invisible character of a name', () => {
    for (const text of [...hostileTexts, '$(sync~spin)']) {
      const subscription = aSubscription('x', { displayName: text, state: text, tenantName: text });
      const said = JSON.stringify(subscriptionPicks(aStoreState([{ subscription }])));
      expect(said).not.toMatch(invisible);
      expect(said).not.toContain('$(');
    }
  });

  it('holds all of eleven thousand', () => {
    const available = Array.from({ length: 11_000 }, (_, n) =>
      aSubscription(`${String(n)}-1111`, { displayName: `Subscription ${String((n * 7919) % 11_000)}` }),
    );
    const state = { ...aStoreState([]), available };
    expect(subscriptionPicks(state)[0]?.picks).toHaveLength(11_000);
  });
});
