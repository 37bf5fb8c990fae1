/** Why a tool could not be started at all; the file was looked for, and nothing ran. */
export type StartProblem =
  /** Nowhere on the PATH, or only in a folder that is open. */
  | 'notFound'
  /** The setting names no absolute path to a file that can be run. */
  | 'badSetting'
  /** The setting names a file in a folder that is open: whoever wrote that folder would decide what runs. */
  | 'insideWorkspace'
  /** A batch file that cannot be run without a shell. */
  | 'needsShell'
  /** The system refused; `code` has its word. */
  | 'refused'
  /** The tool knows no cloud with the endpoints of the settings. */
  | 'cloudUnknown';

/** How running a command came out. */
export type RunEnd =
  | { readonly kind: 'exited'; readonly exitCode: number }
  /** The person, or the end of the window, ended it. */
  | { readonly kind: 'cancelled' }
  /** Somebody else ended it. */
  | { readonly kind: 'killed' }
  | { readonly kind: 'notStarted'; readonly problem: StartProblem; readonly code?: string };

/** What the process itself told: nothing here was read from a screen. */
export interface RunOutcome {
  readonly end: RunEnd;
  readonly durationMs: number;
  /** The last part of what it wrote, without colours and with control characters shown. */
  readonly output: string;
  /** SHA-256 of all that it wrote, lower-case hexadecimal. */
  readonly outputDigest: string;
}
