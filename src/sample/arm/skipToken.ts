import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Name of the first alert of the next page, by region in capitals. */
export type NextRows = Readonly<Record<string, string>>;

interface AggregatedToken {
  readonly nextLinks: Readonly<Record<string, string>>;
  readonly armAggregatedToken: 'ARM';
}

/**
 * The `$skiptoken` of a list that Resource Manager puts together from several regions: base64 of the raw deflate of
 * one link per region that has more. Clients must treat it as opaque; it is built like the real one so that it has the
 * same length, alphabet and need for URL encoding.
 * @param path of the list, such as `/subscriptions/…/providers/Microsoft.Security/alerts`
 */
export function encodeSkipToken(nextRows: NextRows, path: string, apiVersion: string): string {
  const link = (name: string): string =>
    `https://management.azure.com:443${path}?api-version=${apiVersion}&$skipToken=${encodeRow(name, path)}`;
  const nextLinks = Object.fromEntries(Object.entries(nextRows).map(([region, name]) => [region, link(name)]));
  const token: AggregatedToken = { nextLinks, armAggregatedToken: 'ARM' };
  return deflateRawSync(JSON.stringify(token)).toString('base64');
}

/** The rows to go on with, or undefined when the token is not one of ours. */
export function decodeSkipToken(token: string): NextRows | undefined {
  try {
    const { nextLinks } = JSON.parse(inflateRawSync(Buffer.from(token, 'base64')).toString('utf8')) as AggregatedToken;
    const rows = Object.entries(nextLinks).map(([region, link]) => [region, decodeRow(link)] as const);
    return Object.fromEntries(rows);
  } catch {
    return undefined;
  }
}

/** One region's own token: the table row where it goes on. */
function encodeRow(name: string, path: string): string {
  const row = {
    NextPartitionKey: tableKey('1!48!', path.split('/')[2] ?? ''),
    NextRowKey: tableKey('1!76!', name),
    NextTableName: null,
    TargetLocation: 0,
  };
  return Buffer.from(JSON.stringify(row)).toString('base64');
}

function decodeRow(link: string): string {
  const token = link.split('$skipToken=')[1] ?? '';
  const { NextRowKey } = JSON.parse(Buffer.from(token, 'base64').toString('utf8')) as { NextRowKey: string };
  return Buffer.from(NextRowKey.slice('1!76!'.length).replaceAll('-', '='), 'base64').toString('utf8');
}

function tableKey(prefix: string, text: string): string {
  return prefix + Buffer.from(text).toString('base64').replaceAll('=', '-');
}
