/** A name and what parts it from its value, as JSON, YAML, assignments and command lines write them. */
const nameAndSeparator =
  /(?<![\w.\\-])(?<quote>\\?["']?)(?<dashes>-{0,2})(?<name>[A-Za-z_][\w.-]{0,80})(?<separator>\\?["']?\s{0,3}[=:]\s{0,3}|\s{1,3})/g;

/** Names, in any style of writing, of what must not be read by others. */
const secretName =
  /passw(?:or)?d|passphrase|pwd|secret|token|credential|conn(?:ection)?[_-]?str(?:ing)?|(?:^|[._-])sas(?:$|[._-])|sas(?:url|uri)|(?:api|access|account|shared|master|storage|host|functions?|admin|query|primary|secondary|private|signing|encryption|client|subscription|symmetric|service|system)[_-]?keys?(?:[_-]?data|[12])?$/i;

/** Endings of names that only speak about a secret. */
const aboutSecret =
  /(?:names?|ids?|identifier|type|version|expir\w*|date|time|policy|count|length|enabled|required|status|state|provider|scopes?|audience|permissions?|thumbprint|fingerprint|authentication|reset|size|mode|days|lifetime)$/i;

/** What is no secret whatever its name: literals, and what was redacted already. */
const noSecret = /^["'\\]*(?:true|false|null|none|undefined|\{\}|⟨redacted⟩|\*+)?["'\\]*$/i;

const quoted = /\\"[^"\\\r\n]*\\"|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y;
/** A quoted value whose end was cut off. */
const unclosed = /\\?["'][^\r\n]+/y;
const bare = /[^\s;,&"'{}[\]](?:[^\s;,&"'{}]|,(?!\s))*/y;
const toClosingQuote = { '"': /[^"\r\n]+/y, "'": /[^'\r\n]+/y } as const;

/** How far the value of a setting may stand behind its name: `{"name": "DB_PASSWORD", "slotSetting": false, "value": …`. */
const settingReach = 300;

/**
 * Puts `instead` in the place of each value whose name says that it is a secret. Where a list says names and values
 * apart (`name`, `value`), and where a key vault was asked, values are judged by that. Takes time linear in the text.
 */
export function redactPairs(text: string, instead: string): string {
  const isVault = /\.vault\.(?:azure|usgovcloudapi|azure\.cn)|\/secrets\//i.test(text);
  const pieces: string[] = [];
  let copied = 0;
  let settingUntil = -1;
  nameAndSeparator.lastIndex = 0;
  for (let match = nameAndSeparator.exec(text); match !== null; match = nameAndSeparator.exec(text)) {
    const { quote = '', dashes = '', name = '', separator = '' } = match.groups ?? {};
    // A name and a value with nothing but space between them: only options are written like that.
    if (separator.trim() === '' && dashes === '') continue;
    const start = nameAndSeparator.lastIndex;
    if (/^name$/i.test(name) && isSecretName(settingName(text, start))) settingUntil = start + settingReach;
    if (!isSecretName(name) && !(/^value$/i.test(name) && (isVault || start < settingUntil))) continue;
    // Only values that go away are read, or a text of names alone would be read once for each.
    const isQuotedWhole = quote !== '' && !/["']/.test(separator);
    const value = valueAt(text, start, isQuotedWhole ? quote.slice(-1) : '');
    if (value === '' || noSecret.test(value)) continue;
    const marks = /^\\?["']/.exec(value)?.[0] ?? '';
    pieces.push(text.slice(copied, start), marks, instead, marks);
    copied = start + value.length;
    nameAndSeparator.lastIndex = copied;
  }
  return pieces.join('') + text.slice(copied);
}

function isSecretName(name: string): boolean {
  return secretName.test(name) && !aboutSecret.test(name);
}

function settingName(text: string, start: number): string {
  return /^\\?["']?([\w.-]{1,80})/.exec(text.slice(start, start + 100))?.[1] ?? '';
}

/** The value that begins at `start`, with its quotes; '' where there is none. `closing` ends what was quoted with its name. */
function valueAt(text: string, start: number, closing: string): string {
  if (closing === '"' || closing === "'") return matchAt(toClosingQuote[closing], text, start);
  return matchAt(quoted, text, start) || matchAt(unclosed, text, start) || matchAt(bare, text, start);
}

function matchAt(sticky: RegExp, text: string, start: number): string {
  sticky.lastIndex = start;
  return sticky.exec(text)?.[0] ?? '';
}
