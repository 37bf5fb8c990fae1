/** Tags that vendors leak into prose. Any other `<word>` is kept: in commands it names what the reader must fill in. */
const tag =
  /<(?<close>\/?)(?<name>a|b|big|br|center|code|div|em|font|h[1-6]|hr|i|kbd|li|ol|p|pre|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?<attributes>\s[^<>]*)?\/?>/giu;

const breaking = /^(?:br|center|div|h[1-6]|hr|p|table|tr)$/;
const monospace = /^(?:code|kbd|tt)$/;
const listDepthLimit = 10;

/** Prose with leaked HTML turned into plain text: line breaks, bullets, back-ticks, `[label](address)`; never markup. */
export function withoutHtml(text: string): string {
  return decodeEntities(text.includes('<') ? withoutTags(text) : text);
}

interface Anchor {
  readonly href: string;
  readonly start: number;
}

function withoutTags(text: string): string {
  const out: string[] = [];
  let end = 0;
  let listDepth = 0;
  let anchor: Anchor | undefined;
  const closeAnchor = (): void => {
    if (anchor === undefined) return;
    out.push(linkText(out.splice(anchor.start).join(''), anchor.href));
    anchor = undefined;
  };
  for (const match of text.matchAll(tag)) {
    out.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const name = (match.groups?.['name'] ?? '').toLowerCase();
    const closing = match.groups?.['close'] === '/';
    if (name === 'a') {
      closeAnchor();
      if (!closing) anchor = { href: hrefOf(match.groups?.['attributes'] ?? ''), start: out.length };
    }
    if (name === 'ol' || name === 'ul')
      listDepth = Math.max(0, Math.min(listDepthLimit, listDepth + (closing ? -1 : 1)));
    out.push(replacement(name, closing, listDepth));
  }
  out.push(text.slice(end));
  closeAnchor();
  return out.join('');
}

function replacement(name: string, closing: boolean, listDepth: number): string {
  if (name === 'li') return closing ? '' : `\n${'  '.repeat(Math.max(0, listDepth - 1))}• `;
  if (name === 'pre') return '\n```\n';
  if (monospace.test(name)) return '`';
  if (name === 'td' || name === 'th') return closing ? ' ' : '';
  return breaking.test(name) ? '\n' : '';
}

function hrefOf(attributes: string): string {
  const [, doubleQuoted, singleQuoted, bare] =
    /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  return (doubleQuoted ?? singleQuoted ?? bare ?? '').trim();
}

/** An address that prose can carry stays with its label; any other one is written out, so that it cannot hide. */
function linkText(label: string, href: string): string {
  const words = label.trim();
  if (href === '' || href === words) return label;
  if (words === '') return href;
  return /^https?:\/\/[^\s()<>]+$/i.test(href) && /^[^[\]\n]{1,300}$/.test(words)
    ? `[${words}](${href})`
    : `${label} (${href})`;
}

const entity = /&(?:#(?<decimal>\d{1,7})|#x(?<hexadecimal>[0-9a-f]{1,6})|(?<name>[a-z]{2,8}));/giu;

const namedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['bull', '•'],
  ['middot', '·'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
]);

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(entity, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return namedEntities.get(name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    if (code === 0xa0) return ' ';
    const printable =
      code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000);
    return printable ? String.fromCodePoint(code) : whole;
  });
}
