import { describe, expect, it } from 'vitest';
import type { AzureFailure } from '../../../src/domain/azureFailure.ts';
import { failureLine, healthLine } from '../../../src/cli/alerts/healthLine.ts';
import { noon } from '../../builders/alert.ts';

const about = { subscriptionId: 'id', displayName: 'Shop', seconds: 1.26 };
const read = { alerts: 12, shown: 12, skipped: 0, pages: 2, source: 'alerts' } as const;

describe('the line about a subscription', () => {
  it('says how much was read, and when', () => {
    expect(healthLine({ ...about, outcome: read }, 'environment')).toBe('ok id "Shop" 12 alerts, 2 pages, after 1.3 s');
  });

  it('says of how many alerts those are that were asked for, and how many rows were none', () => {
    const outcome = { ...read, alerts: 1, shown: 0, skipped: 2, pages: 1 };
    expect(healthLine({ ...about, outcome }, 'environment')).toBe(
      'ok id "Shop" 0 of 1 alert, 1 page, 2 rows could not be read, after 1.3 s',
    );
  });

  it('says which interface of Azure gave it, unless that is the usual one, and why it is that', () => {
    const from = (wish: object) => healthLine({ ...about, outcome: { ...read, ...wish } }, 'environment');
    expect(from({ source: 'graph' })).toContain('2 pages of Resource Graph, after');
    expect(from({ graphFailure: { kind: 'forbidden' } })).toContain('2 pages, as Resource Graph gave forbidden, after');
  });

  it.each<[AzureFailure, string]>([
    [{ kind: 'forbidden' }, 'forbidden id "Shop" no access: Security Reader is missing. Ask an owner'],
    [
      { kind: 'throttled', retryAt: noon },
      `throttled by Azure until ${new Date(noon).toISOString().slice(0, 16)}Z. Azure limits`,
    ],
    [
      { kind: 'offline', detail: 'ENOTFOUND' },
      'Azure could not be reached (ENOTFOUND). Check the network connection, HTTPS_PROXY',
    ],
    [{ kind: 'proxyRefused' }, 'the proxy refused the connection. Check HTTPS_PROXY'],
    [{ kind: 'unexpected', code: 'Odd', status: 500, requestId: 'r-1' }, 'Azure returned 500 Odd'],
  ])('%o gives its cause and what helps', (failure, text) => {
    expect(healthLine({ ...about, outcome: { failure } }, 'environment')).toContain(text);
  });

  it('gives the advice that fits the way of signing in', () => {
    const failure = { kind: 'notSignedIn', detail: 'AADSTS70011' } as const;
    expect(failureLine('subscriptions', failure, 'environment')).toContain('(AADSTS70011). Check AZURE_TENANT_ID');
    expect(failureLine('subscriptions', failure, 'azureCli')).toContain('Run "az login"');
  });

  it('never passes a challenge on, which is a header', () => {
    const failure = { kind: 'notSignedIn', claims: 'Bearer canary' } as const;
    expect(failureLine('subscriptions', failure, 'azureCli')).not.toContain('canary');
  });

  it('stays one harmless line whatever the subscription is called', () => {
    const displayName = 'a\u001b[2J\nok b "c" 0 alerts\u202e';
    expect(healthLine({ ...about, displayName, outcome: read }, 'environment')).toBe(
      'ok id "a⟨U+001B⟩[2J ok b "c" 0 alerts⟨U+202E⟩" 12 alerts, 2 pages, after 1.3 s',
    );
  });
});
