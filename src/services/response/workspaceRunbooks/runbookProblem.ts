/** A part of a file's text, in UTF-16 units from its start. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a runbook of the workspace, and where. The message names words of the file, never more than a line. */
export interface RunbookProblem {
  readonly message: string;
  readonly range: TextRange;
}
