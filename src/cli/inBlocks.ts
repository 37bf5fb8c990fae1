const blockSize = 64 * 1024;

/** Joins texts into blocks of a size that is worth a write. */
export function* inBlocks(texts: Iterable<string>): Generator<string, undefined> {
  let block = '';
  for (const text of texts) {
    block += text;
    if (block.length < blockSize) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
  return undefined;
}
