import { compareCorrelations, type CorrelationDiff } from '../../domain/correlation/tuning/compareCorrelations.ts';
import { optionsOf, timeSpanRange } from '../../domain/correlation/tuning/correlationSettings.ts';
import type { StopListPart } from '../../domain/correlation/tuning/stopList.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import type { TuningDraft } from '../../protocol/tuningModel.ts';
import type { AlertStore } from '../alertStore.ts';
import type { Correlator } from '../correlator.ts';
import { Listeners, type Unsubscribe } from '../listeners.ts';
import { sameValue } from '../sameValue.ts';
import { draftOf, settingsOf } from './tuningDraft.ts';
import type { Retuner } from './retuner.ts';

/** What is known of the incidents that a draft would give. `of`: the correlation that it was compared with. */
export interface TuningPreview {
  readonly basis: 'draft' | 'lastChange' | 'none';
  readonly working: boolean;
  readonly failed: boolean;
  readonly diff: CorrelationDiff;
}

export interface TuningState {
  readonly generation: number;
  readonly draft: TuningDraft;
  readonly applied: TuningDraft;
  readonly notApplied: boolean;
  readonly preview: TuningPreview;
}

interface SessionDependencies {
  readonly store: Pick<AlertStore, 'state' | 'options' | 'onDidChange'>;
  readonly retuner: Pick<Retuner, 'settings' | 'apply' | 'onDidRetune'>;
  /** Apart from the one that the list is made with: a preview must not end a correlation under way. */
  readonly correlator: () => Correlator;
}

const noChange: CorrelationDiff = { changes: [], unchanged: 0 };
const noPreview: TuningPreview = { basis: 'none', working: false, failed: false, diff: noChange };

/**
 * A person tries other settings: a draft, and what it would change, worked out on the alerts in the list without touching
 * it. A newer draft ends the work on an older one. Nothing is in force before `apply`.
 */
export class TuningSession {
  readonly #deps: SessionDependencies;
  readonly #listeners = new Listeners<TuningState>();
  readonly #subscriptions: readonly Unsubscribe[];
  #generation = 0;
  #draft: TuningDraft;
  #notApplied = false;
  #preview = noPreview;
  #correlator: Correlator | undefined;
  #cancel: (() => void) | undefined;
  /** What the preview was last compared with. */
  #comparedWith: Correlation | undefined;

  constructor(deps: SessionDependencies) {
    this.#deps = deps;
    this.#draft = draftOf(deps.retuner.settings);
    this.#subscriptions = [
      deps.retuner.onDidRetune(({ diff }) => {
        this.#reset({ basis: 'lastChange', working: false, failed: false, diff });
      }),
      deps.store.onDidChange(({ correlation }) => {
        if (this.#preview.basis === 'draft' && correlation !== this.#comparedWith) this.#try();
      }),
    ];
  }

  get state(): TuningState {
    return {
      generation: this.#generation,
      draft: this.#draft,
      applied: draftOf(this.#deps.retuner.settings),
      notApplied: this.#notApplied,
      preview: this.#preview,
    };
  }

  onDidChange(listener: (state: TuningState) => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  /** Takes an edit of the draft of this generation. */
  change(generation: number, draft: TuningDraft): void {
    if (generation !== this.#generation || sameValue(draft, this.#draft)) return;
    this.#draft = draft;
    this.#notApplied = false;
    this.#try();
  }

  /** Puts an entry onto the draft, from outside the panel. */
  addToStopList(part: StopListPart, entry: string): void {
    const lines = this.#draft[part].filter((line) => line.trim() !== '');
    if (lines.includes(entry)) return;
    this.#generation += 1;
    this.#draft = { ...this.#draft, [part]: [...lines, entry] };
    this.#try();
  }

  async apply(): Promise<void> {
    const draft = this.#draft;
    if (!canApply(draft)) return;
    try {
      await this.#deps.retuner.apply(settingsOf(draft));
      // Where only the wording differed, nobody was told of a change.
      if (this.#draft === draft) this.#reset(this.#preview.basis === 'draft' ? noPreview : this.#preview);
    } catch {
      this.#notApplied = true;
      this.#listeners.fire(this.state);
    }
  }

  discard(): void {
    this.#reset(noPreview);
  }

  /** Frees what previews need, until the next one. */
  rest(): void {
    this.#stop();
    this.#correlator?.reset();
    this.#correlator = undefined;
  }

  dispose(): void {
    this.rest();
    for (const unsubscribe of this.#subscriptions) unsubscribe();
  }

  /** The draft is what is in force again. */
  #reset(preview: TuningPreview): void {
    this.#stop();
    this.#generation += 1;
    this.#draft = draftOf(this.#deps.retuner.settings);
    this.#notApplied = false;
    this.#preview = preview;
    this.#listeners.fire(this.state);
  }

  #try(): void {
    this.#stop();
    const { store } = this.#deps;
    const { subscriptions, correlation } = store.state;
    const options = { ...store.options, ...optionsOf(settingsOf(this.#draft)) };
    this.#comparedWith = correlation;
    const before = this.#preview.basis === 'draft' ? this.#preview.diff : noChange;
    this.#show({ basis: 'draft', working: true, failed: false, diff: before });
    this.#correlator ??= this.#deps.correlator();
    const delivered = subscriptions.map(({ alerts }) => alerts);
    this.#cancel = this.#correlator.start({ delivered, options }, (outcome) => {
      const diff = outcome.ok ? compareCorrelations(correlation.incidents, outcome.correlation.incidents) : noChange;
      this.#show({ basis: 'draft', working: false, failed: !outcome.ok, diff });
    });
  }

  #show(preview: TuningPreview): void {
    this.#preview = preview;
    this.#listeners.fire(this.state);
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}

/** Entries of stop lists that cannot be used are left out; a time span has nothing to stand in for it. */
export function canApply({ timeSpan }: TuningDraft): boolean {
  return timeSpan >= timeSpanRange.least && timeSpan <= timeSpanRange.most;
}
