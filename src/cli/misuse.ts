import { displayLabel } from '../domain/displayText.ts';

/** The words after the program's name cannot be understood; the message is one line, fit for a terminal. */
export class Misuse extends Error {
  constructor(reason: string) {
    super(displayLabel(reason));
    this.name = 'Misuse';
  }
}
