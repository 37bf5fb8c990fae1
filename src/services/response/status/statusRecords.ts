import type { Correlation } from '../../../domain/correlation/correlation.ts';
import type { JournalRecord } from '../journal/journalEntry.ts';
import type { StatusRecord } from './statusHooks.ts';
import type { StatusOutcome, StatusResult } from './statusChange.ts';

/** How the journal names what became of a change. */
const outcomes = {
  changed: 'changed',
  failed: 'failed',
  notTried: 'failed',
  cancelled: 'cancelled',
  waiting: 'cancelled',
  sending: 'unknown',
  inDoubt: 'unknown',
} as const satisfies Readonly<Record<Exclude<StatusOutcome['kind'], 'unchanged'>, string>>;

/**
 * What to write down of a batch: an entry for each incident that its alerts are in, and for each alert that is in none.
 * What had its status already is not worth a line.
 */
export function statusRecords(
  { results, reason, action: asked }: StatusRecord,
  { incidentsOf, incidents }: Correlation,
): readonly JournalRecord[] {
  const declaredBy = new Map(incidents.map(({ declaredBy: key, id }) => [key, id]));
  const incidentIds = new Set(incidents.map(({ id }) => id));
  const incidentsFor = ({ alert: { key } }: StatusResult): readonly string[] => {
    const declared = declaredBy.get(key);
    return incidentsOf.get(key) ?? [declared ?? key];
  };
  const placed = results.flatMap((result) => incidentsFor(result).map((incidentId) => ({ incidentId, result })));
  const grouped = Map.groupBy(placed, ({ incidentId, result }) => `${result.action} ${incidentId}`);
  return [...grouped.values()].flatMap((group): JournalRecord[] => {
    const [first] = group;
    const told = group.flatMap(({ result: { alert, outcome } }) =>
      outcome.kind === 'unchanged' ? [] : [{ alertKey: alert.key, outcome: outcomes[outcome.kind], ...whyOf(outcome) }],
    );
    if (first === undefined || told.length === 0) return [];
    const { incidentId, result } = first;
    const why = asked === 'undo' ? 'The earlier status was given back.' : reason;
    return [
      {
        kind: 'statusChange',
        incidentId,
        ...(incidentIds.has(incidentId) ? {} : { alertKey: result.alert.key }),
        action: result.action,
        ...(why === undefined ? {} : { reason: why }),
        results: told,
      },
    ];
  });
}

function whyOf(outcome: StatusOutcome): { readonly why?: string } {
  return 'failure' in outcome ? { why: outcome.failure.kind } : {};
}
