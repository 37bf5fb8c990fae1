/** Reads one text literal of a language, strictly; gives its value and what follows it. */
type ReadLiteral = (source: string) => { readonly value: string; readonly rest: string };

const shared: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\' };

/** A single-quoted literal of Bicep. */
export const readBicep: ReadLiteral = (source) =>
  read(source, "'", { ...shared, "'": "'", $: '$' }, /^u\{([0-9a-f]{1,6})\}/, ['${']);

/** A double-quoted literal of HCL. */
export const readTerraform: ReadLiteral = (source) =>
  read(source, '"', { ...shared, '"': '"' }, /^(?:u([0-9a-f]{4})|U([0-9a-f]{8}))/, ['${', '%{']);

function read(
  source: string,
  quote: string,
  escapes: Readonly<Record<string, string>>,
  byNumber: RegExp,
  templates: readonly string[],
): ReturnType<ReadLiteral> {
  if (!source.startsWith(quote)) throw new Error('No literal');
  let value = '';
  for (let at = 1; at < source.length;) {
    const rest = source.slice(at);
    if (rest.startsWith(quote)) return { value, rest: rest.slice(1) };
    if (templates.some((each) => rest.startsWith(each))) throw new Error('A template begins');
    if (rest[0] !== '\\') {
      if (/^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(rest)) throw new Error('Something invisible');
      const [character = ''] = rest;
      value += character;
      at += character.length;
      continue;
    }
    const number = byNumber.exec(rest.slice(1));
    const plain = escapes[rest[1] ?? ''];
    if (number === null && plain === undefined) throw new Error('No such escape');
    value += number === null ? (plain ?? '') : String.fromCodePoint(parseInt(number[1] ?? number[2] ?? '', 16));
    at += number === null ? 2 : 1 + number[0].length;
  }
  throw new Error('The literal does not end');
}
