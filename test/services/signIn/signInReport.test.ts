import { describe, expect, it } from 'vitest';
import { cloudEndpoints, publicCloud } from '../../../src/domain/cloudEndpoints.ts';
import type { SignInFacts } from '../../../src/services/signIn/signInReport.ts';
import { signInReport } from '../../../src/services/signIn/signInReport.ts';
import { minute, noon, subscriptionA as tenantId, subscriptionB as clientId } from '../../builders/alert.ts';

const facts: SignInFacts = {
  now: noon,
  versions: { extension: '0.1.0', 'VS Code': '1.106.0' },
  method: 'vscode',
  signedOut: false,
  cloud: 'public',
  endpoints: publicCloud,
  customCloud: null,
  account: 'night-operator@contoso.example',
  principal: undefined,
  resourceManager: { ok: true, status: 401, clockAhead: 2_000 },
  authority: { ok: true, status: 200, clockAhead: 2_000 },
  tenants: [{ tenantId: undefined, expiresAt: noon + 58 * minute }],
  proxy: {
    httpProxy: 'proxy.contoso.example:8080',
    httpProxySupport: 'override',
    noProxy: 2,
    systemCertificates: true,
    environmentProxy: undefined,
    environmentNoProxy: false,
    extraCertificates: false,
  },
};

describe('the diagnosis of a sign-in', () => {
  it('says who, where, until when, and how the network is reached', () => {
    const report = signInReport(facts);
    expect(report).toContain('- Signs in as: Microsoft account of VS Code');
    expect(report).toContain('- Azure Resource Manager: `https://management.azure.com` – answers (401)');
    expect(report).toContain('in 58 minutes');
    expect(report).toContain("- 2 seconds ahead of Azure's, which is fine.");
    expect(report).toContain('- http.proxy: `proxy.contoso.example:8080`');
  });

  it('holds no whole id and no name of a person', () => {
    const failure = { kind: 'notSignedIn', detail: 'AADSTS53003' } as const;
    const principal = { clientId, from: 'secret storage' } as const;
    const report = signInReport({ ...facts, principal, tenants: [{ tenantId, failure }] });
    expect(report).toContain('`n...@contoso.example`');
    expect(report).toContain('Tenant `11111111...`: no token – blocked by Conditional Access [AADSTS53003]');
    for (const whole of [tenantId, clientId, 'night-operator']) expect(report).not.toContain(whole);
  });

  it('for the Azure CLI, has the command that signs in to the tenant', () => {
    const failure = { kind: 'notSignedIn', detail: 'AADSTS70043' } as const;
    const report = signInReport({ ...facts, method: 'azureCli', tenants: [{ tenantId, failure }] });
    expect(report).toContain('- To sign in: `az login --tenant <the tenant ID>`');
    expect(report).not.toContain(tenantId);
  });

  it('tells a network that does not let anything through from a sign-in that is refused', () => {
    const resourceManager = { ok: false, failure: { kind: 'untrusted', detail: 'SELF_SIGNED_CERT_IN_CHAIN' } } as const;
    const report = signInReport({ ...facts, resourceManager, authority: resourceManager });
    expect(report).toContain('certificate not trusted (corporate proxy?) [SELF_SIGNED_CERT_IN_CHAIN]');
    expect(report).toContain('- Not compared: nothing answered.');
  });

  it.each([
    [-20 * minute, "1200 seconds behind Azure's: check the system clock"],
    [20 * minute, "1200 seconds ahead of Azure's: check the system clock"],
  ])('points to a clock that is %i ms off', (clockAhead, sentence) => {
    expect(signInReport({ ...facts, resourceManager: { ok: true, status: 401, clockAhead } })).toContain(sentence);
  });

  it('names the field of a custom cloud that is wrong', () => {
    const customCloud = { ...cloudEndpoints('china', null), authorityHost: 'http://login.local.example' };
    const report = signInReport({ ...facts, cloud: 'custom', endpoints: undefined, customCloud });
    expect(report).toContain('Not usable: "authorityHost" must be an https origin');
  });

  it('makes nothing but text of what is not ours', () => {
    const hostile = '`\n# [x](command:evil) <img src=x>\u202E';
    const report = signInReport({ ...facts, account: `${hostile}@${hostile}`, versions: { system: hostile } });
    for (const line of report.split('\n')) {
      if (!line.includes('command:evil')) continue;
      expect(line.replaceAll(/`[^`]*`/g, '')).not.toContain('command:');
      expect(line).not.toMatch(/\u202E/);
    }
    expect(report).not.toContain('\n# [x]');
  });
});
