import { timeOfDay } from '../../platform/clock.ts';
import type { AzureFailure, AzureResult } from '../../domain/azureFailure.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { rehearse, type Rehearsal } from '../../domain/suppression/rehearse.ts';
import { suppressionProperties } from '../../domain/suppression/suppressionProperties.ts';
import { suppressionRights, type SuppressionRights } from '../../domain/suppression/suppressionRights.ts';
import type { SuppressionRule } from '../../domain/suppression/suppressionRule.ts';
import type { UndoOutcome } from '../../services/undo/undoStack.ts';
import { rolesForSuppression, suppressionFailureText } from '../../services/response/suppression/ruleText.ts';
import type { ResponseContext } from '../responseContext.ts';
import { askAzure } from './askAzure.ts';
import { explainFailure, informOfRules, offerUndo } from './suppressionNotices.ts';

const noAlerts: readonly Alert[] = [];

interface Rehearsed {
  readonly alerts: readonly Alert[];
  readonly correlation: Correlation;
  readonly rehearsal: Rehearsal;
}

/** The rules of one subscription, and what may be done about them. Says itself what did not work. */
export class RuleDesk {
  readonly subscription: Subscription;
  readonly #context: ResponseContext;
  readonly #rehearsed = new WeakMap<SuppressionRule, Rehearsed>();

  constructor(context: ResponseContext, subscription: Subscription) {
    this.#context = context;
    this.subscription = subscription;
  }

  get now(): number {
    return this.#context.clock.now();
  }

  /** The alerts of the subscription that are in the list. */
  get alerts(): readonly Alert[] {
    const { subscriptions } = this.#context.store.state;
    const { subscriptionId } = this.subscription;
    return subscriptions.find(({ subscription }) => subscription.subscriptionId === subscriptionId)?.alerts ?? noAlerts;
  }

  /** What a rule would have done to the list of this moment; done once for each rule while the list stays the same. */
  rehearse(rule: SuppressionRule): Rehearsal {
    const { alerts } = this;
    const { correlation } = this.#context.store.state;
    const known = this.#rehearsed.get(rule);
    if (known?.alerts === alerts && known.correlation === correlation) return known.rehearsal;
    const rehearsal = rehearse(rule, alerts, correlation.incidents);
    this.#rehearsed.set(rule, { alerts, correlation, rehearsal });
    return rehearsal;
  }

  /** All rules and, where they can be read, the person's rights; undefined when the rules could not be read. */
  async read(): Promise<
    | {
        readonly rules: readonly SuppressionRule[];
        readonly unreadableRows: number;
        readonly rights: SuppressionRights;
      }
    | undefined
  > {
    const read = await askAzure(this.#context, 'Reading suppression rules', async (gateway, cancellation) => {
      const [listing, permissions] = await Promise.all([
        gateway.listSuppressionRules(this.subscription, cancellation),
        gateway.readPermissions(this.subscription, cancellation),
      ]);
      if (!listing.ok) return listing;
      // Rights that are not known forbid nothing: Azure decides, and a refusal is explained.
      const rights = permissions.ok
        ? suppressionRights(permissions.value)
        : { write: true, delete: true, simulate: true };
      return { ok: true, value: { ...listing.value, rights } };
    });
    if (read.ok) return read.value;
    this.#explain(read.failure);
    return undefined;
  }

  /** Creates a rule whose name no other has. True when it was created. */
  async create(rule: SuppressionRule): Promise<boolean> {
    if (!(await this.#isFree(rule))) return false;
    const created = await this.#put(rule);
    if (created === undefined) return false;
    this.#rememberUndo('created', async () => (await this.#isStill(created)) && this.#remove(rule));
    return true;
  }

  /** Changes a rule, unless somebody else has meanwhile. True when it was changed. */
  async change(before: SuppressionRule, after: SuppressionRule): Promise<boolean> {
    if (!(await this.#isStill(before))) return false;
    const changed = await this.#put(after);
    if (changed === undefined) return false;
    this.#rememberUndo(
      'changed',
      async () => (await this.#isStill(changed)) && (await this.#put(before)) !== undefined,
    );
    return true;
  }

  /** Deletes a rule, unless somebody else has changed it meanwhile. True when it was deleted. */
  async delete(rule: SuppressionRule): Promise<boolean> {
    if (!(await this.#isStill(rule)) || !(await this.#remove(rule))) return false;
    this.#rememberUndo('deleted', async () => (await this.#isFree(rule)) && (await this.#put(rule)) !== undefined);
    return true;
  }

  /** Whether no rule has the name of this one. */
  async #isFree({ name }: SuppressionRule): Promise<boolean> {
    const known = await this.#ask('Looking for a rule of that name', (gateway, cancellation) =>
      gateway.getSuppressionRule(this.subscription, name, cancellation),
    );
    if (known === undefined) return false;
    if (known.value !== undefined) informOfRules('nameTaken');
    return known.value === undefined;
  }

  async #isStill(rule: SuppressionRule): Promise<boolean> {
    const known = await this.#ask('Reading the rule', (gateway, cancellation) =>
      gateway.getSuppressionRule(this.subscription, rule.name, cancellation),
    );
    if (known === undefined) return false;
    if (known.value !== undefined && isSame(known.value, rule)) return true;
    informOfRules('changedElsewhere');
    return false;
  }

  /** The rule as the service took it; undefined after a failure, which was told. */
  async #put(rule: SuppressionRule): Promise<SuppressionRule | undefined> {
    const written = await this.#ask('Writing the rule', (gateway, cancellation) =>
      gateway.putSuppressionRule(this.subscription, rule, cancellation),
    );
    return written?.value;
  }

  async #remove({ name }: SuppressionRule): Promise<boolean> {
    const deleted = await this.#ask('Deleting the rule', (gateway, cancellation) =>
      gateway.deleteSuppressionRule(this.subscription, name, cancellation),
    );
    return deleted !== undefined;
  }

  /** What Azure gave, wrapped, since that may be nothing; undefined after a failure, which was told. */
  async #ask<T>(title: string, ask: Parameters<typeof askAzure<T>>[2]): Promise<{ readonly value: T } | undefined> {
    const result: AzureResult<T> = await askAzure(this.#context, title, ask);
    if (result.ok) return { value: result.value };
    this.#explain(result.failure);
    return undefined;
  }

  #explain(failure: AzureFailure): void {
    this.#context.log.warn('suppression.failed', { kind: failure.kind });
    if (failure.kind !== 'cancelled') explainFailure(suppressionFailureText(failure, rolesForSuppression, timeOfDay));
  }

  /** The way back, at the top of the stack and in the notification: whichever is used first. */
  #rememberUndo(notice: 'created' | 'changed' | 'deleted', back: () => Promise<boolean>): void {
    let used = false;
    const undo = async (): Promise<UndoOutcome> => {
      if (used) return 'nothing';
      used = true;
      const isBack = await back();
      used = isBack;
      if (isBack) informOfRules('restored');
      return isBack ? 'undone' : 'failed';
    };
    this.#context.undoStack.push(undo);
    this.#context.log.info('suppression.done', { what: notice });
    void offerUndo(notice).then((wanted) => (wanted ? undo() : undefined));
  }
}

function isSame(one: SuppressionRule, other: SuppressionRule): boolean {
  return JSON.stringify(suppressionProperties(one)) === JSON.stringify(suppressionProperties(other));
}
