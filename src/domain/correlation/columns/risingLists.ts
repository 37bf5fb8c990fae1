/** A list of distinct numbers, rising. */
export type RisingList = readonly number[];

/** All numbers of both. One of the two itself when it holds all of the other. */
export function mergeRising(a: RisingList, b: RisingList): RisingList {
  const merged: number[] = [];
  let atA = 0;
  let atB = 0;
  while (atA < a.length || atB < b.length) {
    const ofA = a[atA] ?? Infinity;
    const ofB = b[atB] ?? Infinity;
    merged.push(Math.min(ofA, ofB));
    if (ofA <= ofB) atA += 1;
    if (ofB <= ofA) atB += 1;
  }
  if (merged.length === a.length) return a;
  return merged.length === b.length ? b : merged;
}

export function haveCommonNumber(a: RisingList, b: RisingList): boolean {
  let atA = 0;
  let atB = 0;
  while (atA < a.length && atB < b.length) {
    const ofA = a[atA] as number;
    const ofB = b[atB] as number;
    if (ofA === ofB) return true;
    if (ofA < ofB) atA += 1;
    else atB += 1;
  }
  return false;
}

export function includesAll(list: RisingList, others: RisingList): boolean {
  let at = 0;
  for (const other of others) {
    while (at < list.length && (list[at] as number) < other) at += 1;
    if (list[at] !== other) return false;
  }
  return true;
}
