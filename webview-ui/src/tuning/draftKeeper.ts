import type { TuningDraft, TuningPanelModel } from '../../../src/protocol/tuningModel.ts';
import type { WebviewToHost } from '../../../src/protocol/webviewToHost.ts';

/** A pause in typing or dragging after which the host is told. Milliseconds. */
const pause = 180;

/**
 * The draft that a person edits. The page has the last word on it, so that no answer of the host to an older key stroke
 * changes what is being typed; only a new generation, which the host begins when it sets the draft itself, replaces it.
 */
export class DraftKeeper {
  readonly #post: (message: WebviewToHost) => void;
  #generation = -1;
  #draft: TuningDraft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(post: (message: WebviewToHost) => void) {
    this.#post = post;
  }

  of({ generation, draft }: TuningPanelModel): TuningDraft {
    if (this.#draft === undefined || generation !== this.#generation) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#generation = generation;
      this.#draft = draft;
    }
    return this.#draft;
  }

  change(change: Partial<TuningDraft>): void {
    if (this.#draft === undefined) return;
    this.#draft = { ...this.#draft, ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.flush();
    }, pause);
  }

  /** Tells the host at once what it has not heard yet. */
  flush(): void {
    if (this.#timer === undefined || this.#draft === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#post({ type: 'tune', generation: this.#generation, draft: this.#draft });
  }
}
