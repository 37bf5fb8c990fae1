import type { CommandName } from '../commands/commandIds.ts';
import type { TriageAction } from '../protocol/triageModel.ts';
import * as vscode from 'vscode';
import type { AlertKey } from '../domain/alert.ts';
import { assertNever } from '../domain/assertNever.ts';
import { safeLink } from '../domain/safeLink.ts';
import { openAddress } from '../platform/openAddress.ts';
import type { IncidentPanelModel } from '../protocol/incidentPanelModel.ts';
import { readPersistedPanel, type ItemTarget, type PanelTarget } from '../protocol/panelTarget.ts';
import { findIncident } from '../services/findIncident.ts';
import { copyText } from '../services/viewModels/panelActions.ts';
import { buildPanel } from './buildPanel.ts';
import { Panel, type PanelRequest } from './panel.ts';
import type { PanelDependencies } from './panelDependencies.ts';
import { decideStep } from '../services/viewModels/decideStep.ts';
import type { StopEntry } from '../services/viewModels/stopEntryOf.ts';
import { TuningPanel } from './tuningPanel.ts';
import { viewTypes } from './viewTypes.ts';
import { webviewOptions } from './webviewOptions.ts';

/** Changes come in bursts (a refresh reports each subscription); one redraw answers all of a burst. */
const redrawDelay = 80;

const triageCommands: Readonly<Record<TriageAction, CommandName>> = {
  acknowledge: 'acknowledge',
  resolve: 'resolveAlert',
  dismiss: 'dismissAlert',
  activate: 'activateAlert',
  snooze: 'snooze',
  wake: 'wake',
};

type CorrectingRequest = Extract<PanelRequest, { type: 'removeFromIncident' | 'renameIncident' | 'pinIncident' }>;

/** The incident and alert panels: one for each subject, brought back after a restart, redrawn when anything changes. */
export class PanelManager implements vscode.Disposable {
  readonly #deps: PanelDependencies;
  readonly #panels = new Map<string, Panel>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #tuning: TuningPanel;
  #redraw: NodeJS.Timeout | undefined;
  #followsRecords = false;

  constructor(deps: PanelDependencies) {
    this.#deps = deps;
    this.#tuning = new TuningPanel(deps, (request) => {
      this.#openItem(request);
    });
    this.#subscriptions = [
      vscode.Disposable.from(this.#tuning),
      new vscode.Disposable(
        deps.store.onDidChange(() => {
          this.#scheduleRedraw();
        }),
      ),
      new vscode.Disposable(
        deps.corrections.onDidChange(() => {
          this.#scheduleRedraw();
        }),
      ),
      new vscode.Disposable(
        deps.snoozes.onDidChange(() => {
          this.#scheduleRedraw();
        }),
      ),
      new vscode.Disposable(
        deps.runbooks.onDidChange(() => {
          this.#scheduleRedraw();
        }),
      ),
      new vscode.Disposable(
        deps.details.rights.onDidChange(() => {
          this.#scheduleRedraw();
        }),
      ),
      new vscode.Disposable(
        deps.checklists.onDidChange((alertKey) => {
          this.#redrawChecklistsOf(alertKey);
        }),
      ),
    ];
  }

  openIncident(incidentId: string): void {
    this.#open({ kind: 'incident', id: incidentId });
  }

  openAlert(alertKey: AlertKey): void {
    this.#open({ kind: 'alert', id: alertKey });
  }

  /** Shows two alerts side by side: one panel for a pair, whichever was named first. */
  openComparison(one: AlertKey, other: AlertKey): void {
    const [id, otherId] = one < other ? [one, other] : [other, one];
    this.#open({ kind: 'comparison', id, otherId });
  }

  openTuning(): void {
    this.#tuning.open();
  }

  /** The incident as its panel would show it now, with all checklists read; undefined when it is gone. */
  async incidentModel(incidentId: string): Promise<IncidentPanelModel | undefined> {
    const target = { kind: 'incident', id: incidentId } as const;
    const view = { why: undefined, record: undefined, shownInFull: new Set(['trigger']) };
    const { checklistAlerts } = buildPanel(target, this.#deps, view);
    await Promise.all(checklistAlerts.map(({ key }) => this.#deps.checklists.load(key)));
    const { model } = buildPanel(target, this.#deps, view);
    return model.kind === 'incident' ? model : undefined;
  }

  /** Fills a panel that VS Code kept over a restart; `state` is what its page had persisted, in any shape. */
  restore(view: vscode.WebviewPanel, state: unknown): void {
    const target = readPersistedPanel(state)?.target;
    if (view.viewType === viewTypes.tuning) this.#tuning.restore(view);
    // State that names nothing, or a subject that is open already: an empty or a second panel helps nobody.
    else if (target === undefined || target.kind === 'tuning' || this.#panels.has(panelKey(target))) view.dispose();
    else this.#adopt(target, view);
  }

  /** The item whose panel the person is looking at. */
  activeTarget(): ItemTarget | undefined {
    const target = [...this.#panels.values()].find(({ active }) => active)?.target;
    const shown = target && this.#shownFor(target);
    return shown?.kind === 'comparison' ? undefined : shown;
  }

  dispose(): void {
    clearTimeout(this.#redraw);
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }

  #open(target: PanelTarget): void {
    const open = this.#panelOf(target);
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const view = vscode.window.createWebviewPanel(viewTypes[target.kind], '', vscode.ViewColumn.Active, {
      ...webviewOptions,
      enableFindWidget: true,
    });
    this.#adopt(target, view);
  }

  /** The panel that shows a target already, if under the id that its incident had before it was merged. */
  #panelOf(target: PanelTarget): Panel | undefined {
    const shown = panelKey(this.#shownFor(target));
    const named = this.#panels.get(panelKey(target));
    return named ?? [...this.#panels.values()].find((panel) => panelKey(this.#shownFor(panel.target)) === shown);
  }

  /** Panels keep the id that they were opened with: should a merge come undone, each shows its own incident again. */
  #shownFor(target: PanelTarget): PanelTarget {
    if (target.kind !== 'incident') return target;
    return { ...target, id: findIncident(this.#deps.store.state.correlation, target.id)?.id ?? target.id };
  }

  #adopt(target: PanelTarget, view: vscode.WebviewPanel): void {
    const panel = new Panel(
      target,
      view,
      this.#deps,
      (request, sender) => {
        this.#answer(request, sender).catch(() => {
          this.#deps.log.warn('panel.requestFailed', { request: request.type });
        });
      },
      (closed) => {
        if (this.#panels.get(panelKey(target)) === closed) this.#panels.delete(panelKey(target));
      },
    );
    this.#panels.set(panelKey(target), panel);
    if (target.kind === 'incident') this.#followRecords();
    this.#deps.ensureLoaded();
  }

  /** From the first panel of an incident on: before, nobody sees what is written down. */
  #followRecords(): void {
    if (this.#followsRecords) return;
    this.#followsRecords = true;
    const follow = async (): Promise<void> => {
      const records = await this.#deps.records();
      const stop = records.onDidChangeRecords(() => {
        for (const panel of this.#panels.values()) panel.updateRecord();
      });
      const focus = vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.#panels.size > 0) void records.refreshRecords();
      });
      this.#subscriptions.push(new vscode.Disposable(stop), focus);
    };
    follow().catch(() => {
      this.#followsRecords = false;
      this.#deps.log.warn('panel.recordsNotFollowed');
    });
  }

  #scheduleRedraw(): void {
    if (this.#panels.size === 0) return;
    this.#redraw ??= setTimeout(() => {
      this.#redraw = undefined;
      for (const panel of this.#panels.values()) panel.update();
    }, redrawDelay);
  }

  #redrawChecklistsOf(alertKey: AlertKey): void {
    for (const panel of this.#panels.values()) if (panel.showsChecklistOf(alertKey)) panel.update();
  }

  /** The person sees what it would change, and decides there. */
  #addToStopList(stop: StopEntry | undefined): void {
    if (stop === undefined) return;
    this.#deps.tuning.addToStopList(stop.part, stop.entry);
    this.openTuning();
  }

  /** Only what is listed: a page may be one model behind. */
  #openItem(request: Extract<PanelRequest, { type: 'openAlert' | 'openIncident' }>): void {
    const { correlation } = this.#deps.store.state;
    if (request.type === 'openAlert') {
      if (correlation.alerts.has(request.alertKey)) this.openAlert(request.alertKey);
    } else if (findIncident(correlation, request.incidentId) !== undefined) {
      this.openIncident(request.incidentId);
    }
  }

  async #answer(request: PanelRequest, panel: Panel): Promise<void> {
    switch (request.type) {
      case 'openAlert':
      case 'openIncident':
        this.#openItem(request);
        return;
      case 'compareAlerts': {
        const { alerts } = this.#deps.store.state.correlation;
        const { alertKey, otherKey } = request;
        if (alerts.has(alertKey) && alerts.has(otherKey)) this.openComparison(alertKey, otherKey);
        return;
      }
      case 'setStep':
        panel.post({ ...stepOf(request), type: 'stepSaved', ok: await decideStep(request, panel.built, this.#deps) });
        return;
      case 'openLink':
        await this.#openLink(panel.built.actions.links.get(request.linkId));
        return;
      case 'copy':
        await copy(request.copyId, panel);
        return;
      case 'refresh':
        this.#deps.refresh();
        return;
      case 'triage':
        await this.#deps.run(triageCommands[request.action], this.#shownFor(panel.target));
        return;
      case 'removeFromIncident':
      case 'renameIncident':
      case 'pinIncident':
        await this.#correct(request, this.#shownFor(panel.target));
        return;
      case 'handleIncident':
        await this.#deps.run(request.action, this.#shownFor(panel.target));
        return;
      case 'undoCorrection':
        await this.#deps.run('undoCorrection', { correctionId: request.correctionId });
        return;
      case 'actOnStep': {
        const { action, alertKey, runbookId, stepId } = request;
        await this.#deps.runbooks.act(action, { alertKey, runbookId, stepId });
        return;
      }
      case 'addToStopList':
        this.#addToStopList(panel.built.actions.stops.get(request.stopId));
        return;
      case 'tune':
      case 'applyTuning':
      case 'discardTuning':
        // Only the panel for it asks for these.
        return;
      default:
        assertNever(request);
    }
  }

  async #correct(request: CorrectingRequest, target: PanelTarget): Promise<void> {
    if (target.kind !== 'incident') return;
    if (request.type === 'removeFromIncident') {
      const within = { kind: 'incident', incidentId: target.id };
      await this.#deps.run(request.type, { kind: 'alert', alertKey: request.alertKey, within });
    } else if (request.type === 'renameIncident') {
      await this.#deps.run(request.type, target);
    } else {
      await this.#deps.run(request.pinned ? 'pinIncident' : 'unpinIncident', target);
    }
  }

  /** The last check before the browser: settings may have changed since the page was built. */
  async #openLink(address: string | undefined): Promise<void> {
    const safe = address === undefined ? undefined : safeLink(address, { portalUrl: this.#deps.portalUrl() });
    if (safe !== undefined) await openAddress(safe);
  }
}

async function copy(copyId: string, panel: Panel): Promise<void> {
  const text = copyText(panel.built.actions, copyId);
  if (text === undefined) return;
  await vscode.env.clipboard.writeText(text);
  panel.post({ type: 'copied', copyId });
}

function stepOf({ alertKey, stepKey, state }: Extract<PanelRequest, { type: 'setStep' }>) {
  return { alertKey, stepKey, state };
}

function panelKey(target: PanelTarget): string {
  const { kind, id } = target;
  return kind === 'comparison' ? `${kind}:${id} ${target.otherId}` : `${kind}:${id}`;
}
