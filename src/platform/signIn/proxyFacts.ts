import * as vscode from 'vscode';
import type { ProxyFacts } from '../../services/signIn/signInReport.ts';

/** What decides how requests reach the network. */
export function proxyFacts(): ProxyFacts {
  const settings = vscode.workspace.getConfiguration('http');
  const { HTTPS_PROXY, https_proxy, NO_PROXY, no_proxy, NODE_EXTRA_CA_CERTS } = process.env;
  return {
    httpProxy: hostOf(settings.get<string>('proxy')),
    httpProxySupport: settings.get<string>('proxySupport') ?? '',
    noProxy: settings.get<readonly string[]>('noProxy')?.length ?? 0,
    systemCertificates: settings.get('systemCertificates') === true,
    environmentProxy: hostOf(HTTPS_PROXY ?? https_proxy),
    environmentNoProxy: (NO_PROXY ?? no_proxy) !== undefined,
    extraCertificates: NODE_EXTRA_CA_CERTS !== undefined,
  };
}

/** Without user and password, which proxies have in their address. */
function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || address === '') return undefined;
  return URL.parse(address)?.host ?? 'unreadable';
}
