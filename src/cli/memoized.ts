/** More words than the service has for anything; a hostile list must not fill the memory. */
const keptResults = 1_000;

/** The same function, which remembers its first results. Only for functions whose results nobody changes. */
export function memoized<Result>(compute: (word: string) => Result): (word: string) => Result {
  const results = new Map<string, Result>();
  return (word) => {
    const known = results.get(word);
    if (known !== undefined) return known;
    const result = compute(word);
    if (results.size < keptResults) results.set(word, result);
    return result;
  };
}
