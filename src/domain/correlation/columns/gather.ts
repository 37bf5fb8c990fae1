// One function for each kind of column: a loop that sees several kinds, and `from` with a function, take ten times as long.

/** The values at `indices`, in their order. */
export function gatherFloats(values: Float64Array, indices: Int32Array): Float64Array {
  const gathered = new Float64Array(indices.length);
  for (let at = 0; at < indices.length; at += 1) gathered[at] = values[indices[at] as number] as number;
  return gathered;
}

/** The values at `indices`, in their order. */
export function gatherInts(values: Int32Array, indices: Int32Array): Int32Array {
  const gathered = new Int32Array(indices.length);
  for (let at = 0; at < indices.length; at += 1) gathered[at] = values[indices[at] as number] as number;
  return gathered;
}

/** The values at `indices`, in their order. */
export function gatherBytes(values: Uint8Array, indices: Int32Array): Uint8Array {
  const gathered = new Uint8Array(indices.length);
  for (let at = 0; at < indices.length; at += 1) gathered[at] = values[indices[at] as number] as number;
  return gathered;
}

/** The texts at `indices`, in their order. */
export function gatherTexts(texts: readonly string[], indices: Int32Array): readonly string[] {
  const gathered: string[] = [];
  for (const index of indices) gathered.push(texts[index] ?? '');
  return gathered;
}

/** 0, 1, 2 … */
export function countingUp(size: number): Int32Array {
  const numbers = new Int32Array(size);
  for (let index = 0; index < size; index += 1) numbers[index] = index;
  return numbers;
}
