/** A failure that a person can act on: `message` says what happened, `advice` what to do next. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.advice = advice;
  }
}
