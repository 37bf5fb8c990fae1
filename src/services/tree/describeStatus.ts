import type { AzureFailure } from '../../domain/azureFailure.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { isIncomplete, missingText, verdictOnList } from '../completeness.ts';
import { failureText } from '../failureText.ts';
import type { StoreState } from '../storeState.ts';
import { capabilitiesOf } from './capability.ts';
import type { NodeDescription } from './nodeDescription.ts';
import { problemIcon } from './nodeIcon.ts';
import type { TooltipLine } from './nodeTooltip.ts';
import type { RowFacts } from './rowFacts.ts';
import type { NodeOf } from './treeNode.ts';

/** More names would make a tooltip that nobody reads; the view of subscriptions has them all. */
const namesOfCause = 5;

/** One row above the incidents for all that is missing from the list or still on its way. Leads to the subscriptions. */
export function describeStatus(node: NodeOf<'status'>, facts: RowFacts): NodeDescription {
  const { state } = facts;
  if (!isIncomplete(state)) return describeProgress(node, state);
  const nothing = state.phase === 'failed' && state.failedTenants.length === 0;
  const label = nothing ? 'No subscription could be read' : `${missingText(state)} could not be read`;
  const causes = causesOf(facts);
  const description = [
    nothing ? 'nothing is known about alerts' : verdict(facts),
    ...causes.map(({ cause, names }) => (causes.length === 1 ? cause : `${cause} (${String(names.length)})`)),
  ].join(' · ');
  return {
    label,
    description,
    icon: problemIcon,
    accessibleLabel: `${label}: ${description}`,
    expansion: 'none',
    capabilities: capabilitiesOf(node, causes[0]?.failure ?? { kind: 'unexpected', code: 'SkippedRows' }),
  };
}

/** Rows are cut at the end of a narrow side bar: since when the list is old comes before why. */
function verdict({ state, timeOfDay }: RowFacts): string {
  const oldest = oldestStale(state);
  const words = verdictOnList(state);
  return oldest === undefined ? words : words.replace('out of date', `out of date since ${timeOfDay(oldest)}`);
}

function oldestStale({ subscriptions }: StoreState): number | undefined {
  const stale = subscriptions.flatMap(({ health }) =>
    health.kind === 'failed' && health.staleSince !== undefined ? [health.staleSince] : [],
  );
  return stale.length === 0 ? undefined : stale.reduce((oldest, time) => Math.min(oldest, time));
}

function describeProgress(node: NodeOf<'status'>, { subscriptions, refreshing }: StoreState): NodeDescription {
  const read = subscriptions.filter(({ health }) => health.kind === 'ok').length;
  const label = refreshing ? 'Reading Azure…' : 'Not every subscription was read';
  const description = `${String(read)} of ${String(subscriptions.length)} subscriptions`;
  return {
    label,
    description,
    icon: { kind: 'codicon', name: refreshing ? 'loading~spin' : 'history' },
    accessibleLabel: `${label} ${description}`,
    expansion: 'none',
    capabilities: capabilitiesOf(node, refreshing ? undefined : { kind: 'cancelled' }),
  };
}

/** What happened, what to do about it, and to whom, in the order of the row's causes. */
export function statusTooltip(facts: RowFacts): readonly TooltipLine[] {
  const oldest = oldestStale(facts.state);
  return [
    ...causesOf(facts).map(({ cause, advice, names }) => {
      const more = names.length > namesOfCause ? ` and ${String(names.length - namesOfCause)} more` : '';
      return { name: cause, text: `${names.slice(0, namesOfCause).join(', ')}${more}. ${advice}` };
    }),
    ...(oldest === undefined ? [] : [{ name: 'Last read', text: facts.timeOfDay(oldest) }]),
  ];
}

interface Cause {
  readonly failure: AzureFailure;
  readonly cause: string;
  readonly advice: string;
  /** Subscriptions and tenants, safe as labels. */
  readonly names: string[];
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The most frequent first; those of one frequency by their words, so that a refresh does not make them change places. */
function causesOf({ state, timeOfDay }: RowFacts): readonly Cause[] {
  const causes = new Map<string, Cause>();
  const note = (failure: AzureFailure, name: string): void => {
    const { cause, advice } = failureText(failure, timeOfDay);
    const known = causes.get(cause) ?? { failure, cause, advice, names: [] };
    known.names.push(displayLabel(name, 60));
    causes.set(cause, known);
  };
  for (const { tenantId, tenantName, failure } of state.failedTenants)
    note(failure, `tenant ${tenantName ?? tenantId}`);
  for (const { health, subscription } of state.subscriptions) {
    if (health.kind === 'failed') note(health.failure, subscription.displayName);
  }
  return [...causes.values()].sort((a, b) => b.names.length - a.names.length || collator.compare(a.cause, b.cause));
}
