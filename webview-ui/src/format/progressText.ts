interface Progress {
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
}

/** "3 of 12 done, 1 skipped". */
export function progressText({ done, skipped, total }: Progress): string {
  const base = `${String(done)} of ${String(total)} done`;
  return skipped === 0 ? base : `${base}, ${String(skipped)} skipped`;
}
