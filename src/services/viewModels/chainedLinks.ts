import type { AlertKey } from '../../domain/alert.ts';
import type { CorrelationLink } from '../../domain/correlation/correlationLink.ts';

/**
 * Links in the order in which a person follows them: by the time of their earlier alert, and where a link ends, one
 * that goes on from there comes next. Linear but for the sorting.
 *
 * @param timeOf epoch milliseconds; alerts of unknown time come last.
 */
export function chainedLinks(
  links: readonly CorrelationLink[],
  timeOf: (key: AlertKey) => number | undefined,
): CorrelationLink[] {
  const at = (key: AlertKey): number => timeOf(key) ?? Number.MAX_SAFE_INTEGER;
  const sorted = [...links].sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to) || compareKeys(a, b));
  // Latest first, so that the earliest is the one to pop.
  const onward = Map.groupBy(sorted.toReversed(), ({ from }) => from);
  const chained: CorrelationLink[] = [];
  for (const { from } of sorted) {
    let link = onward.get(from)?.pop();
    while (link !== undefined) {
      chained.push(link);
      link = onward.get(link.to)?.pop();
    }
  }
  return chained;
}

function compareKeys(a: CorrelationLink, b: CorrelationLink): number {
  const [one, other] = [`${a.from} ${a.to}`, `${b.from} ${b.to}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
