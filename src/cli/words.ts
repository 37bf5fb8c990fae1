import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Misuse } from './misuse.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'];

/**
 * The options of one command as they were written, or that help was asked for.
 *
 * @throws Misuse for an option that is not known, has no value, or a word that belongs to none.
 */
export function parseWords<const O extends Options>(words: readonly string[], options: O): Values<O> | 'help' {
  const help = { type: 'boolean', short: 'h' } as const;
  const { values, positionals } = parsed(words, { ...options, help });
  if ('help' in values) return 'help';
  const [surplus] = positionals;
  if (surplus !== undefined) throw new Misuse(`Unexpected word "${surplus}"`);
  return values as Values<O>;
}

function parsed(words: readonly string[], options: Options): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    // parseArgs says which option it does not know, and then how to pass a word that looks like one.
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    throw new Misuse(sentence ?? '');
  }
}

/**
 * The known word that a person wrote, in whatever case.
 *
 * @throws Misuse which names the words to choose from.
 */
export function oneOf<Word extends string>(name: string, written: string, known: readonly Word[]): Word {
  const folded = written.trim().toLowerCase();
  const found = known.find((word) => word.toLowerCase() === folded);
  if (found === undefined) throw new Misuse(`Unknown ${name} "${written}": choose ${known.join(', ')}`);
  return found;
}

/** What was written after an option that may be given several times, or once with commas. */
export function listOf(written: readonly string[] | undefined): readonly string[] {
  return (written ?? []).flatMap((each) => each.split(',').map((word) => word.trim()));
}
