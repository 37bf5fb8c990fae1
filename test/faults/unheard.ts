/** Rejections and exceptions that nobody handled: in VS Code, each is an error of the whole extension host. */
export class Unheard {
  readonly #seen: string[] = [];
  readonly #listen = (error: unknown): void => void this.#seen.push(error instanceof Error ? error.name : typeof error);

  constructor() {
    process.on('unhandledRejection', this.#listen);
    process.on('uncaughtException', this.#listen);
  }

  /** Ends listening, a moment later: rejections are told at the end of a turn of the event loop. */
  async stop(): Promise<readonly string[]> {
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('unhandledRejection', this.#listen);
    process.off('uncaughtException', this.#listen);
    return this.#seen;
  }
}
