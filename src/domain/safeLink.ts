import { trustedHosts } from './cloudEndpoints.ts';
import { isBladeLink } from './remediation/portalBlade.ts';

/** Longest address that is opened, in UTF-16 units: what browsers and operating systems pass on whole. */
const addressLimit = 8192;

/**
 * A whole address, strictly spelled: https, an ASCII host, no user, no backslash, nothing invisible. There is no URL
 * parser here on purpose: parsers repair what has to be refused (tabs, backslashes, full-width letters).
 */
const strictAddress = /^https:\/\/([a-z0-9.-]+(?::\d{1,5})?)((?:[/?#][!-[\]-~]*)?)$/i;

/**
 * The address to open, or undefined when it must only be shown as text with a Copy button. Accepts https to a short
 * list of hosts and to the configured portal (with its own port, if it has one); a relative portal blade (`#blade/…`)
 * is completed with the configured portal.
 */
export function safeLink(href: string, options: { readonly portalUrl: string }): string | undefined {
  if (href.length > addressLimit) return undefined;
  const portal = readAddress(options.portalUrl);
  if (isBladeLink(href)) return portal === undefined ? undefined : `https://${portal.host}/${href}`;
  const address = readAddress(href);
  if (address === undefined) return undefined;
  if (address.host !== portal?.host && !trustedHosts.has(address.host)) return undefined;
  return `https://${address.host}${address.rest}`;
}

function readAddress(href: string): { readonly host: string; readonly rest: string } | undefined {
  const [, host, rest] = strictAddress.exec(href) ?? [];
  return host === undefined ? undefined : { host: host.toLowerCase(), rest: rest ?? '' };
}
