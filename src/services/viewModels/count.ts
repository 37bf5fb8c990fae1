/** "1 alert", "3 alerts": a number with its noun. */
export function count(quantity: number, singular: string, plural = `${singular}s`): string {
  return `${String(quantity)} ${quantity === 1 ? singular : plural}`;
}
