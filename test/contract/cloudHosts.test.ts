import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const source = new URL('../../src/', import.meta.url);

/** Words in which every host of Microsoft's clouds ends. */
const hostOfACloud =
  /\b(?:azure\.(?:com|us|cn|net)|microsoftonline\.(?:com|us|cn)|chinacloudapi\.cn|usgovcloudapi\.net|windows\.net|microsoft\.(?:com|us))\b/i;

/** The sample environment is the service, not a client of it: its texts are what the service says. */
function isProduct(file: string): boolean {
  return file.endsWith('.ts') && !file.startsWith('sample/');
}

/** What is left of a line that is code: a comment may explain an address. */
function codeOf(line: string): string {
  return /^\s*(?:\/?\*|\/\/)/.test(line) ? '' : line;
}

it('only the list of clouds names a host: wherever else one stood, the other clouds would be forgotten', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const naming = files.filter(isProduct).filter((file) =>
    readFileSync(new URL(file, source), 'utf8')
      .split('\n')
      .some((line) => hostOfACloud.test(codeOf(line))),
  );
  expect(naming).toEqual(['domain/cloudEndpoints.ts']);
});
