import { html, nothing, render, type TemplateResult } from 'lit-html';
import { assertNever } from '../../src/domain/assertNever.ts';
import type { StepModel } from '../../src/protocol/checklistModel.ts';
import type { HostToWebview } from '../../src/protocol/hostToWebview.ts';
import type { PageModel } from '../../src/protocol/panelModel.ts';
import type { PageTarget } from '../../src/protocol/panelTarget.ts';
import type { TuningDraft, TuningPanelModel } from '../../src/protocol/tuningModel.ts';
import type { WebviewToHost } from '../../src/protocol/webviewToHost.ts';
import { savedAnnouncement, savingFailed } from './announcements.ts';
import { findEntity, fullListPart, groupPart } from './entityParts.ts';
import type { Host } from './host.ts';
import { DraftKeeper } from './tuning/draftKeeper.ts';
import { stepId, type Ui } from './ui.ts';
import { alertView } from './views/alertView.ts';
import { comparisonView } from './views/comparisonView.ts';
import { emptyView } from './views/emptyView.ts';
import { incidentView } from './views/incidentView.ts';
import { tuningView } from './views/tuningView.ts';

const copiedFor = 2000;

/**
 * The panel's page: the newest model from the host plus the person's arrangement gives the page, every time in the same
 * way. Lit changes only what differs, so scrolling, focus and open parts stay as they are.
 */
export class App implements Ui {
  readonly #host: Host;
  readonly #root: HTMLElement;
  readonly #clock: () => number;
  readonly #draft: DraftKeeper;
  #model: PageModel | undefined;
  #target: PageTarget | undefined;
  #arrangement: Readonly<Record<string, boolean>>;
  #skipping: string | undefined;
  #pending: ReadonlyMap<string, StepModel['state']> = new Map();
  #copied: string | undefined;
  #announcement = '';
  #failure = '';
  now = 0;

  constructor(host: Host, root: HTMLElement, clock: () => number) {
    this.#host = host;
    this.#root = root;
    this.#clock = clock;
    this.#draft = new DraftKeeper((message) => {
      host.post(message);
    });
    this.#arrangement = host.load()?.arrangement ?? {};
  }

  start(): void {
    this.#host.onMessage((message) => {
      this.#receive(message);
    });
    const first = this.#host.firstMessage();
    if (first !== undefined) this.#receive(first);
    this.#host.post({ type: 'ready' });
  }

  post(message: WebviewToHost): void {
    this.#host.post(message);
  }

  isOpen(part: string, byDefault: boolean): boolean {
    return Object.hasOwn(this.#arrangement, part) ? this.#arrangement[part] === true : byDefault;
  }

  setOpen(part: string, open: boolean): void {
    if (this.#arrangement[part] === open) return;
    this.#arrangement = { ...this.#arrangement, [part]: open };
    this.#save();
    this.render();
  }

  isSkipping(step: StepModel): boolean {
    return this.#skipping === stepId(step);
  }

  startSkipping(step: StepModel): void {
    this.#skipping = stepId(step);
    this.render();
    this.#focusIn(step, 'vscode-text-field');
  }

  stopSkipping(step: StepModel): void {
    this.#skipping = undefined;
    this.render();
    this.#focusIn(step, '.step-action');
  }

  pendingState(step: StepModel): StepModel['state'] | undefined {
    return this.#pending.get(stepId(step));
  }

  setStep(step: StepModel, state: StepModel['state'], reason?: string): void {
    const { alertKey, stepKey } = step;
    this.#pending = new Map(this.#pending).set(stepId(step), state);
    this.#host.post({ type: 'setStep', alertKey, stepKey, state, ...(reason === undefined ? {} : { reason }) });
    const hadForm = this.isSkipping(step);
    this.#skipping = hadForm ? undefined : this.#skipping;
    this.render();
    if (hadForm) this.#focusIn(step, 'vscode-checkbox');
  }

  wasCopied(copyId: string): boolean {
    return this.#copied === copyId;
  }

  draftOf(model: TuningPanelModel): TuningDraft {
    return this.#draft.of(model);
  }

  tune(change: Partial<TuningDraft>): void {
    this.#draft.change(change);
    this.render();
  }

  applyTuning(): void {
    this.#draft.flush();
    this.#host.post({ type: 'applyTuning' });
  }

  discardTuning(): void {
    this.#host.post({ type: 'discardTuning' });
  }

  reveal(entityId: string): void {
    const place = this.#model?.kind === 'alert' ? findEntity(this.#model.entities, entityId) : undefined;
    if (place === undefined) return;
    this.#arrangement = { ...this.#arrangement, [groupPart(place)]: true, [fullListPart(place)]: true };
    this.#save();
    this.render();
    const card = document.getElementById(entityId);
    card?.scrollIntoView({ block: 'center' });
    card?.focus({ preventScroll: true });
  }

  /** Draws the page again: for a new model, a change by the person, or the passing of time. */
  render(): void {
    this.now = this.#clock();
    const page = html`<div role="status" class="visually-hidden">${this.#announcement}</div>
      <div role="alert" class="failure">${this.#failure}</div>
      ${this.#model === undefined ? nothing : this.#page(this.#model)}`;
    render(page, this.#root);
  }

  #page(model: PageModel): TemplateResult {
    switch (model.kind) {
      case 'incident':
        return incidentView(model, this);
      case 'alert':
        return alertView(model, this);
      case 'comparison':
        return comparisonView(model, this);
      case 'tuning':
        return tuningView(model, this);
      case 'empty':
        return emptyView(model, this);
      default:
        return assertNever(model);
    }
  }

  #receive(message: HostToWebview): void {
    switch (message.type) {
      case 'render':
        this.#model = message.model;
        this.#target = message.target;
        this.#save();
        break;
      case 'stepSaved':
        this.#pending = new Map([...this.#pending].filter(([id]) => id !== stepId(message)));
        this.#announcement = message.ok ? savedAnnouncement(this.#model, message.state) : '';
        this.#failure = message.ok ? '' : savingFailed;
        break;
      case 'copied':
        this.#showCopied(message.copyId);
        break;
      default:
        assertNever(message);
    }
    this.render();
  }

  #showCopied(copyId: string): void {
    this.#copied = copyId;
    this.#announcement = 'Copied.';
    setTimeout(() => {
      if (this.#copied === copyId) this.#copied = undefined;
      this.render();
    }, copiedFor);
  }

  #save(): void {
    if (this.#target !== undefined) this.#host.save({ target: this.#target, arrangement: this.#arrangement });
  }

  #focusIn(step: StepModel, selector: string): void {
    const place = [...this.#root.querySelectorAll<HTMLElement>('[data-step]')].find(
      (element) => element.dataset['step'] === stepId(step),
    );
    place?.querySelector<HTMLElement>(selector)?.focus();
  }
}
