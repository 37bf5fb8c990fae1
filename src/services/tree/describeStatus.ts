import type { AzureFailure } from '../../domain/azureFailure.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { isIncomplete, missingText, verdictOnList } from '../completeness.ts';
import { failureText } from '../failureText.ts';
import { hasGaps, rowUnreadable } from '../listingGaps.ts';
import { nextTry } from '../nextTry.ts';
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
  const nothing = state.phase === 'failed' && !hasGaps(state);
  const missing = nothing ? 'No subscription' : missingText(state);
  const causes = causesOf(facts);
  const [first, ...others] = causes.map((each) => causeText(each, causes.length));
  const found = nothing ? 'nothing is known about alerts' : verdict(facts);
  const next = nextTry(state, facts.nextAt, facts.timeOfDay);
  const sentence = `${missing} could not be read`;
  const rest = others.length === 0 ? [] : [`also: ${others.join(', ')}`];
  return {
    label: causes[0] === undefined ? sentence : capitalised(causes[0].cause),
    description: joined([found, first && `${missing.toLowerCase()} ${nothing ? 'read' : 'not read'}`, ...rest]),
    icon: problemIcon,
    accessibleLabel: `${sentence}: ${joined([found, first, ...others, next && `next try ${next}`])}`,
    expansion: 'none',
    capabilities: capabilitiesOf(node, causes[0]?.failure ?? { kind: 'unexpected', code: 'SkippedRows' }),
  };
}

/** How many a cause concerns, where there are others. */
function causeText({ cause, names }: Cause, causes: number): string {
  return causes === 1 ? cause : `${cause} (${String(names.length)})`;
}

/** A narrow side bar shows the label alone: it is the reason, and all else follows. */
function capitalised(cause: string): string {
  return cause.charAt(0).toUpperCase() + cause.slice(1);
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Since when the list is old, and whether it lacks anything. */
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
  const description = `${read.toLocaleString('en')} of ${subscriptions.length.toLocaleString('en')} subscriptions`;
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
  const next = nextTry(facts.state, facts.nextAt, facts.timeOfDay);
  return [
    ...causesOf(facts).map(({ cause, advice, names }) => {
      const more = names.length > namesOfCause ? ` and ${String(names.length - namesOfCause)} more` : '';
      return { name: cause, text: `${names.slice(0, namesOfCause).join(', ')}${more}. ${advice}` };
    }),
    ...(oldest === undefined ? [] : [{ name: 'Last read', text: facts.timeOfDay(oldest) }]),
    ...(next === undefined ? [] : [{ name: 'Next try', text: next }]),
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
  for (const { tenantId, tenantName, rows } of state.unreadableRows) {
    const list = tenantId === undefined ? 'the list of tenants' : `tenant ${tenantName ?? tenantId}`;
    note(rowUnreadable, `${list} (${String(rows)})`);
  }
  for (const { health, subscription } of state.subscriptions) {
    if (health.kind === 'failed') note(health.failure, subscription.displayName);
  }
  return [...causes.values()].sort((a, b) => b.names.length - a.names.length || collator.compare(a.cause, b.cause));
}
