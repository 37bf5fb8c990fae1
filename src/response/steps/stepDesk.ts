import * as vscode from 'vscode';
import type { Alert } from '../../domain/alert.ts';
import { memberKeys, type Incident, type IncidentId } from '../../domain/incident.ts';
import type { Runbook } from '../../domain/remediation/runbooks/runbook.ts';
import type { ItemTarget } from '../../protocol/panelTarget.ts';
import type { RunbookModel, RunbookStepModel, RunbookStepRef } from '../../protocol/runbookModel.ts';
import { findIncident } from '../../services/findIncident.ts';
import { Listeners, type Unsubscribe } from '../../services/listeners.ts';
import type { JournalEntry, JournalRecord } from '../../services/response/journal/journalEntry.ts';
import { once } from '../../services/once.ts';
import {
  stepName,
  stepsOfAlert,
  type AlertStep,
  type ResolveRunbook,
} from '../../services/response/steps/alertSteps.ts';
import { buildRunbookModel } from '../../services/response/steps/buildRunbookModel.ts';
import type { GateStep } from '../../services/response/closeGate/closeGate.ts';
import { mergeAlertSteps, type MergedStep } from '../../services/response/steps/mergeAlertSteps.ts';
import {
  gateStanding,
  stepHistoryOf,
  type StepHistory,
  type StepStanding,
} from '../../services/response/steps/stepStanding.ts';
import type { Journal } from '../../services/response/journal/journal.ts';
import type { JournalDesk } from '../../services/response/journal/journalDesk.ts';
import type { ResponseDependencies } from '../responseDependencies.ts';
import type { RunningCommand } from '../terminal/commandRunner.ts';
import type { StepFiller } from './stepFiller.ts';

/** Where what was done is read and written down. */
export interface JournalTools {
  readonly journal: Pick<Journal, 'read' | 'onDidChange'>;
  readonly records: JournalDesk;
}

/** Runbooks that the workspace brings. */
export interface TeamRunbooks {
  readonly onDidChange: vscode.Event<void>;
  current(): Promise<readonly Runbook[]>;
}

/** What is known of remediation steps in this window: their journals, what runs, and how each stands. */
export class StepDesk {
  readonly #context: ResponseDependencies;
  readonly #journal: JournalTools;
  readonly #team: TeamRunbooks;
  readonly #filler: StepFiller;
  readonly #listeners = new Listeners<undefined>();
  readonly #entries = new Map<IncidentId, readonly JournalEntry[]>();
  readonly #reading = new Map<IncidentId, Promise<void>>();
  readonly #running = new Map<string, RunningCommand>();
  /** When a step was last found as its journal says, in epoch milliseconds. */
  readonly #seen = new Map<string, number>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #simulated = false;
  /** Undefined until the runbooks have been read. */
  #resolve: ResolveRunbook | undefined;
  #workspace: readonly Runbook[] = [];

  constructor(context: ResponseDependencies, journal: JournalTools, runbooks: TeamRunbooks, filler: StepFiller) {
    this.#context = context;
    this.#journal = journal;
    this.#team = runbooks;
    this.#filler = filler;
    this.#subscriptions = [
      new vscode.Disposable(
        journal.journal.onDidChange((incidentId) => {
          if (this.#entries.has(incidentId)) void this.#read(incidentId);
        }),
      ),
      runbooks.onDidChange(() => {
        void this.#readTeam();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.changed();
      }),
    ];
  }

  /** Hears that a model may be another one. */
  onDidChange(listener: () => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  changed(): void {
    this.#listeners.fire(undefined);
  }

  /** Where a window works with made-up resources, its steps say so. */
  set simulated(simulated: boolean) {
    if (this.#simulated === simulated) return;
    this.#simulated = simulated;
    this.changed();
  }

  /** Settles when the runbooks have been read. */
  readonly ready = once(async () => {
    const { resolveRunbook } = await import('../../domain/remediation/runbooks/index.ts');
    this.#workspace = await this.#team.current();
    this.#resolve = resolveRunbook;
    this.changed();
  });

  /** The steps for an incident or an alert; undefined for what is not listed, or while something is read for it. */
  modelOf(target: ItemTarget): RunbookModel | undefined {
    const alerts = this.#alertsOf(target);
    if (alerts.length === 0) return undefined;
    void this.#followGateway();
    if (this.#resolve === undefined) {
      void this.ready();
      return undefined;
    }
    const unread = this.#journalIds(target, alerts).filter((id) => !this.#entries.has(id));
    for (const id of unread) void this.#read(id);
    if (unread.length > 0) return undefined;
    return buildRunbookModel(this.#stepsOf(alerts), {
      historyOf: (step) => this.historyOf(step),
      trusted: vscode.workspace.isTrusted,
      simulated: this.#simulated,
    });
  }

  /** Every step for a target, once its journal has been read. */
  async stepModels(target: ItemTarget): Promise<readonly RunbookStepModel[]> {
    await this.#settled(target);
    return this.modelOf(target)?.phases.flatMap(({ steps }) => steps) ?? [];
  }

  /** The steps of an incident, as closing it asks for them. */
  async gateSteps({ id }: Incident): Promise<readonly GateStep[]> {
    const target: ItemTarget = { kind: 'incident', id };
    await this.#settled(target);
    return mergeAlertSteps(this.#stepsOf(this.#alertsOf(target))).map((merged) => {
      const { title, mandatory, verify } = merged.first.step;
      const { standing } = this.historyOf(merged);
      return { title, mandatory, standing: gateStanding(standing, verify !== undefined) };
    });
  }

  #stepsOf(alerts: readonly Alert[]): readonly AlertStep[] {
    const resolve = this.#resolve;
    if (resolve === undefined) return [];
    return alerts.flatMap((alert) => stepsOfAlert(alert, resolve, this.#filler.contextOf(alert), this.#workspace));
  }

  /** The step that a message or an argument names; undefined when it is no longer listed. */
  find({ alertKey, runbookId, stepId }: RunbookStepRef): AlertStep | undefined {
    const alert = this.#context.store.state.correlation.alerts.get(alertKey);
    if (alert === undefined) return undefined;
    return this.#stepsOf([alert]).find(({ ref }) => ref.runbookId === runbookId && ref.stepId === stepId);
  }

  historyOf({ all }: MergedStep): StepHistory {
    const running = all.map(({ ref }) => this.#running.get(stepName(ref))).find((command) => command !== undefined);
    if (running !== undefined) {
      return { standing: { kind: 'running', at: running.startedAt }, output: running.output() };
    }
    const names = new Set(all.map(({ ref }) => stepName(ref)));
    const stepId = all[0]?.ref.stepId;
    const entries = [...this.#entries.values()]
      .flat()
      .filter(
        ({ alertKey, runbook }) =>
          runbook?.step === stepId &&
          runbook !== undefined &&
          alertKey !== undefined &&
          names.has(stepName({ alertKey, runbookId: runbook.id, stepId: runbook.step })),
      );
    const history = stepHistoryOf(entries.toSorted((a, b) => a.at - b.at));
    return { ...history, standing: this.#lastSeen(history.standing, all) };
  }

  runningCommand(ref: RunbookStepRef): RunningCommand | undefined {
    return this.#running.get(stepName(ref));
  }

  /** Counts a step as running until its command has ended. */
  async hold(ref: RunbookStepRef, running: RunningCommand): Promise<void> {
    this.#running.set(stepName(ref), running);
    this.changed();
    await running.outcome;
    this.#running.delete(stepName(ref));
    this.changed();
  }

  /** A look at the resource found what the journal says already. */
  seenAgain(ref: RunbookStepRef): void {
    this.#seen.set(stepName(ref), this.#context.clock.now());
    this.changed();
  }

  /** Steps of which something was written down, in what was looked at in this window. */
  touched(): readonly AlertStep[] {
    const refs = new Map<string, RunbookStepRef>();
    for (const { alertKey, runbook } of [...this.#entries.values()].flat()) {
      if (alertKey === undefined || runbook === undefined) continue;
      const ref = { alertKey, runbookId: runbook.id, stepId: runbook.step };
      refs.set(stepName(ref), ref);
    }
    return [...refs.values()].flatMap((ref) => this.find(ref) ?? []);
  }

  /** Writes down what was done about a step. */
  async record(step: AlertStep, event: StepEvent, part?: 'undo' | 'whatIf'): Promise<void> {
    const {
      ref,
      step: { title },
    } = step;
    const incidentId = this.#incidentOf(ref.alertKey);
    const runbook = { id: ref.runbookId, step: ref.stepId, title, ...(part === undefined ? {} : { part }) };
    const { entry, outcome } = await this.#journal.records.record({
      ...event,
      incidentId,
      alertKey: ref.alertKey,
      runbook,
    });
    // What could not be written is true all the same, as long as this window is open.
    const known = this.#entries.get(incidentId) ?? [];
    if (outcome.kind !== 'saved' || this.#entries.has(incidentId)) {
      if (!known.some(({ id }) => id === entry.id)) this.#entries.set(incidentId, [...known, entry]);
    }
    this.changed();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #readTeam(): Promise<void> {
    this.#workspace = await this.#team.current();
    this.changed();
  }

  /** Another account or cloud may be in use by now. */
  async #followGateway(): Promise<void> {
    try {
      this.simulated = (await this.#context.gateway()).sample !== undefined;
    } catch {
      // There is no way to Azure at the moment: a run will say so.
    }
  }

  #lastSeen(standing: StepStanding, all: readonly AlertStep[]): StepStanding {
    if (standing.kind !== 'verified') return standing;
    const seen = all.map(({ ref }) => this.#seen.get(stepName(ref)) ?? 0);
    return { ...standing, at: Math.max(standing.at, ...seen) };
  }

  #alertsOf({ kind, id }: ItemTarget): readonly Alert[] {
    const { correlation } = this.#context.store.state;
    if (kind === 'alert') return [correlation.alerts.get(id)].filter((alert) => alert !== undefined);
    const incident = findIncident(correlation, id);
    if (incident === undefined) return [];
    const members = memberKeys(incident).flatMap((key) => correlation.alerts.get(key) ?? []);
    // What the service declared is about its members: their runbooks say what to do.
    const declared = incident.declaredBy === undefined ? undefined : correlation.alerts.get(incident.declaredBy);
    return members.length > 0 || declared === undefined ? members : [declared];
  }

  /** The journals in which something about these alerts may stand: of their incidents, and of alerts that had none. */
  #journalIds(target: ItemTarget, alerts: readonly Alert[]): readonly IncidentId[] {
    const shown = target.kind === 'incident' ? [this.#shownId(target.id)] : [];
    const of = alerts.length === 1 ? alerts.map(({ key }) => this.#incidentOf(key)) : [];
    return [...new Set([...shown, ...of])];
  }

  /** Settles when everything is read that the steps of a target need. */
  async #settled(target: ItemTarget): Promise<void> {
    const unread = this.#journalIds(target, this.#alertsOf(target)).filter((id) => !this.#entries.has(id));
    await Promise.all([this.ready(), ...unread.map((id) => this.#read(id))]);
  }

  #shownId(id: IncidentId): IncidentId {
    return findIncident(this.#context.store.state.correlation, id)?.id ?? id;
  }

  #incidentOf(alertKey: string): IncidentId {
    const { correlation } = this.#context.store.state;
    const [id] = correlation.incidentsOf.get(alertKey) ?? [];
    return id ?? alertKey;
  }

  /** A read that is under way answers everybody who waits for it. */
  #read(incidentId: IncidentId): Promise<void> {
    const under = this.#reading.get(incidentId);
    if (under !== undefined) return under;
    const reading = this.#readNow(incidentId);
    this.#reading.set(incidentId, reading);
    return reading;
  }

  async #readNow(incidentId: IncidentId): Promise<void> {
    const { entries } = await this.#journal.journal.read(incidentId);
    this.#reading.delete(incidentId);
    // What was written while it was read: journals only grow, so that both together are right.
    const known = this.#entries.get(incidentId) ?? [];
    const read = new Set(entries.map(({ id }) => id));
    this.#entries.set(incidentId, [...entries, ...known.filter(({ id }) => !read.has(id))]);
    this.changed();
  }
}

/** What is written down about a step, without whose it is. */
type StepEvent = JournalRecord extends infer Each
  ? Each extends JournalRecord
    ? Omit<Each, 'incidentId' | 'alertKey' | 'runbook'>
    : never
  : never;
