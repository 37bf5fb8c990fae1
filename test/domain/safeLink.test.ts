import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeLink } from '../../src/domain/safeLink.ts';

const portalUrl = 'https://portal.azure.com';

describe('safeLink', () => {
  it.each([
    'https://portal.azure.com/#blade/Microsoft_Azure_Security/AlertBlade/alertId/1',
    'https://portal.azure.us/',
    'https://portal.azure.cn',
    'https://security.microsoft.com/incidents?tid=1',
    'https://learn.microsoft.com/azure/defender-for-cloud/#top',
    'https://docs.microsoft.com/en-us/azure/storage/files/storage-files-identity-auth-active-directory-domain-service-enable',
  ])('opens %s', (href) => {
    expect(safeLink(href, { portalUrl })).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'vscode:extension/evil.evil',
    'vscode-insiders://evil.evil/run',
    'command:workbench.action.terminal.new',
    'ms-msdt:/id PCWDiagnostic',
    '\\\\host\\share',
    '//portal.azure.com/',
    '/relative',
    '',
    'portal.azure.com',
    'http://portal.azure.com/',
    'http://learn.microsoft.com/',
    'https://portal.azure.com@evil.example/',
    'https://user:pass@portal.azure.com/',
    'https://portal.azure.com.evil.example/',
    'https://portal.azure.com%2eevil.example/',
    'https://evil.example/portal.azure.com/',
    'https://evil.example/?u=https://portal.azure.com/',
    'https://evil.example\\@portal.azure.com/',
    'https://portal.azure.com\\@evil.example/',
    'https:\\\\portal.azure.com/',
    'https://p\u03BFrtal.azure.com/',
    'https://ｐortal.azure.com/',
    'https://xn--prtal-jua.azure.com/',
    'https://portal。azure。com/',
    'https://portal.azure.com:8443/',
    'https://portal.azure.com:443/',
    'https://portal.azure.com./',
    'https://evil.portal.azure.com/',
    'https://aka.ms/x',
    'https://go.microsoft.com/fwlink/?linkid=1',
    'https://www.microsoft.com/',
    'https://learn.microsoft.com/\u202Egpj.exe',
    'https://learn.microsoft.com/a b',
    ' https://learn.microsoft.com/',
    'https://learn.microsoft.com/\n',
    'ht\ntps://learn.microsoft.com/',
    'https://learn.micro\tsoft.com/',
    `https://learn.microsoft.com/${'a'.repeat(10_000)}`,
    '#blade/../evil',
    '#blade/Extension',
    '#blade/Ext/Blade/a/<script>',
    '#create/Ext',
  ])('never opens %j', (href) => {
    expect(safeLink(href, { portalUrl })).toBeUndefined();
  });

  it('completes a relative blade with the portal of the cloud in use', () => {
    const blade = '#blade/Microsoft_Azure_Security_R3/RulesBlade/id/%2Fsubscriptions%2F1';
    expect(safeLink(blade, { portalUrl })).toBe(`https://portal.azure.com/${blade}`);
    expect(safeLink(blade, { portalUrl: 'https://portal.azure.us/' })).toBe(`https://portal.azure.us/${blade}`);
  });

  it('opens the configured portal, on its own port only', () => {
    const custom = { portalUrl: 'https://portal.local.azurestack.external:30042' };
    expect(safeLink('https://PORTAL.local.azurestack.external:30042/#x', custom)).toBe(
      'https://portal.local.azurestack.external:30042/#x',
    );
    expect(safeLink('https://portal.local.azurestack.external/#x', custom)).toBeUndefined();
    expect(safeLink('https://portal.local.azurestack.external:30042/', { portalUrl })).toBeUndefined();
  });

  it.each(['http://portal.example/', 'javascript:alert(1)', 'https://a@b/', ''])(
    'trusts no host because of the broken portal setting %j',
    (broken) => {
      expect(safeLink('#blade/Ext/Blade', { portalUrl: broken })).toBeUndefined();
      expect(safeLink('http://portal.example/', { portalUrl: broken })).toBeUndefined();
      expect(safeLink('https://b/', { portalUrl: broken })).toBeUndefined();
    },
  );

  it('gives only https addresses whose host a URL parser reads as one of the list', () => {
    const hosts = ['portal.azure.com', 'learn.microsoft.com', 'evil.example'];
    const part = fc.oneof(
      fc.constantFrom('https://', '@', ':', '\\', '/', '.', '#', '?', '%40', '\t', ...hosts),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        for (const href of [parts.join(''), `https://${hosts[0] ?? ''}${parts.join('')}`]) {
          const safe = safeLink(href, { portalUrl });
          if (safe === undefined) continue;
          const url = new URL(safe);
          expect(['portal.azure.com', 'learn.microsoft.com']).toContain(url.hostname);
          expect([url.protocol, url.port, url.username, url.password]).toEqual(['https:', '', '', '']);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
