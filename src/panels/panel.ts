import type * as vscode from 'vscode';
import type { AlertKey } from '../domain/alert.ts';
import type { Correlation } from '../domain/correlation/correlation.ts';
import { displayLabel } from '../domain/displayText.ts';
import type { HostToWebview } from '../protocol/hostToWebview.ts';
import type { PanelModel } from '../protocol/panelModel.ts';
import type { PanelTarget } from '../protocol/panelTarget.ts';
import type { RecordModel } from '../protocol/recordModel.ts';
import type { BuiltPanel } from '../services/viewModels/builtPanel.ts';
import { askWhy, type WhyAnswers } from '../services/viewModels/whyAnswers.ts';
import { buildPanel } from './buildPanel.ts';
import type { PanelDependencies } from './panelDependencies.ts';
import { Page, type PageRequest } from './page.ts';
import { panelIcon } from './panelIcon.ts';

const titleLimit = 40;

/** Of a panel that is not about one thing with a name of its own, or not yet. */
const titles: Readonly<Record<PanelTarget['kind'], string>> = {
  incident: 'Security incident',
  alert: 'Alert',
  comparison: 'Two alerts compared',
};

/** What a panel asks of its manager: everything that goes beyond its own page. */
export type PanelRequest = Exclude<PageRequest, { type: 'showInFull' }>;

/** One panel: what it is about, what its page was last given, and the ways back. */
export class Panel implements vscode.Disposable {
  readonly target: PanelTarget;
  readonly #deps: PanelDependencies;
  readonly #view: vscode.WebviewPanel;
  readonly #page: Page;
  readonly #whenClosed: vscode.Disposable;
  #built: BuiltPanel<PanelModel>;
  #shownInFull: ReadonlySet<string> = new Set();
  #record: RecordModel | undefined;
  #why: { readonly correlation: Correlation; readonly answers: WhyAnswers } | undefined;

  constructor(
    target: PanelTarget,
    view: vscode.WebviewPanel,
    deps: PanelDependencies,
    onRequest: (request: PanelRequest, panel: Panel) => void,
    onClosed: (panel: Panel) => void,
  ) {
    this.target = target;
    this.#deps = deps;
    this.#view = view;
    this.#built = this.#build();
    this.#page = new Page(view, deps, {
      render: () => this.#render(),
      onStale: () => {
        this.update();
      },
      onRequest: (request) => {
        this.#receive(request, onRequest);
      },
    });
    this.#whenClosed = view.onDidDispose(() => {
      this.#end();
      onClosed(this);
    });
    this.#dress();
    this.#ask();
  }

  get active(): boolean {
    return !this.#page.disposed && this.#view.active;
  }

  /** The page as it was last built: the ids in a request mean what they meant there. */
  get built(): BuiltPanel<PanelModel> {
    return this.#built;
  }

  reveal(): void {
    this.#view.reveal();
  }

  showsChecklistOf(alertKey: AlertKey): boolean {
    return this.#built.checklistAlerts.some(({ key }) => key === alertKey);
  }

  /** Builds the page's model again and shows it. */
  update(): void {
    if (this.#page.disposed) return;
    this.#built = this.#build();
    this.#dress();
    this.#page.update();
    this.#ask();
  }

  #render(): HostToWebview {
    return { type: 'render', target: this.target, model: this.#built.model };
  }

  post(message: HostToWebview): void {
    this.#page.post(message);
  }

  dispose(): void {
    if (!this.#page.disposed) this.#view.dispose();
    this.#end();
  }

  #end(): void {
    this.#page.dispose();
    this.#whenClosed.dispose();
  }

  #receive(request: PageRequest, onRequest: (request: PanelRequest, panel: Panel) => void): void {
    if (request.type === 'showInFull') {
      this.#shownInFull = new Set(this.#shownInFull).add(request.textId);
      this.update();
    } else {
      onRequest(request, this);
    }
  }

  #build(): BuiltPanel<PanelModel> {
    return buildPanel(this.target, this.#deps, {
      why: this.#why?.answers,
      record: this.#record,
      runbooks: this.#deps.runbooks.modelOf(this.target),
      shownInFull: this.#shownInFull,
    });
  }

  /** Asks for what the page cannot be built with yet; each answer builds it again. */
  #ask(): void {
    void this.#loadProgress();
    void this.#askWhy();
    void this.#askRecord();
  }

  /** The last answers stay on the page until those about a newer correlation are there. */
  async #askWhy(): Promise<void> {
    const { store } = this.#deps;
    const { correlation } = store.state;
    if (this.#why?.correlation === correlation) return;
    const answers = await askWhy(this.target, correlation, store);
    if (answers === undefined || this.#why?.correlation === correlation) return;
    this.#why = { correlation, answers };
    this.update();
  }

  /** The record changes with the incident's alerts and with what is written down; the page is built anew only then. */
  async #askRecord(): Promise<void> {
    if (this.target.kind !== 'incident') return;
    const record = await this.#readRecord(this.target.id);
    if (record === undefined || JSON.stringify(record) === JSON.stringify(this.#record)) return;
    this.#record = record;
    this.update();
  }

  async #readRecord(incidentId: string): Promise<RecordModel | undefined> {
    try {
      return await (await this.#deps.records()).recordOf(incidentId);
    } catch {
      this.#deps.log.warn('panel.recordNotRead');
      return undefined;
    }
  }

  /** Shows what was written down since, if anything. */
  updateRecord(): void {
    void this.#askRecord();
  }

  /** Progress that was not read yet is read now, and shown as soon as it is there. */
  async #loadProgress(): Promise<void> {
    const { checklists } = this.#deps;
    const unread = this.#built.checklistAlerts.filter(({ key }) => checklists.peek(key) === undefined);
    if (unread.length === 0) return;
    await Promise.all(unread.map(({ key }) => checklists.load(key)));
    // A store that still knows nothing would make this go round for ever.
    if (unread.some(({ key }) => checklists.peek(key) !== undefined)) this.update();
  }

  #dress(): void {
    const { model } = this.#built;
    const icon = panelIcon(model, this.#deps.extensionUri);
    if (icon !== undefined) this.#view.iconPath = icon;
    this.#view.title = 'header' in model ? displayLabel(model.header.title, titleLimit) : titles[this.target.kind];
  }
}
