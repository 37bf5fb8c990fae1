import { createHash } from 'node:crypto';
import { isJsonObject, ownString, ownValue } from '../../domain/json.ts';
import { isStepKey } from '../../domain/remediation/stepKey.ts';
import type { StepProgress, StepState } from '../../domain/remediation/stepProgress.ts';

/** One decision as it is stored: which alert, which step, and what was decided. */
export interface Decision {
  readonly alert: string;
  readonly step: string;
  readonly progress: StepProgress;
}

export type LineReading =
  | { readonly kind: 'decision'; readonly decision: Decision }
  /** Whole, but written by a newer version of the product. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable' };

/** Version of a line's fields. A reader that meets a greater one changes nothing any more. */
const version = 1;

/** Longest line read, in UTF-16 units: above the longest that is written, so that no damaged file costs much work. */
const lineLimit = 8192;

const alertKeyLimit = 128;
const hashedPrefix = 'sha256:';

const unreadable: LineReading = { kind: 'unreadable' };

/** The alert key as stored: as it is, or its hash when it is too long for a line or could be mistaken for a hash. */
export function storedAlertKey(alertKey: string): string {
  if (alertKey.length <= alertKeyLimit && !alertKey.startsWith(hashedPrefix)) return alertKey;
  return hashedPrefix + createHash('sha256').update(alertKey).digest('hex');
}

/**
 * A decision as one line, framed by line breaks on both sides: the leading one parts it from a line that a crash or a
 * full disk left unfinished. The checksum in front tells a whole line from a damaged one.
 */
export function encodeLine({ alert, step, progress }: Decision): string {
  const { state, by, at } = progress;
  const reason = state.kind === 'skipped' ? { reason: state.reason } : {};
  const json = JSON.stringify({
    v: version,
    alert,
    step,
    state: state.kind,
    ...reason,
    by,
    at,
  });
  return `\n${checksum(json)} ${json}\n`;
}

/** Reads one line, without its line break. Never throws. */
export function readLine(line: string): LineReading {
  const json = line.slice(17);
  if (line.length > lineLimit || line.charAt(16) !== ' ' || checksum(json) !== line.slice(0, 16)) return unreadable;
  const value = parse(json);
  if (!isJsonObject(value)) return unreadable;
  const written = ownValue(value, 'v');
  if (typeof written === 'number' && written > version) return { kind: 'newer' };
  const alert = ownString(value, 'alert');
  const step = ownString(value, 'step');
  const at = ownValue(value, 'at');
  const by = ownValue(value, 'by');
  const state = readState(ownString(value, 'state'), ownString(value, 'reason'));
  if (written !== version || alert === undefined || step === undefined || state === undefined) return unreadable;
  if (!isStepKey(step) || typeof at !== 'number' || !Number.isSafeInteger(at) || typeof by !== 'string')
    return unreadable;
  return { kind: 'decision', decision: { alert, step, progress: { state, by, at } } };
}

/** True for text that may be the beginning of a line, as a crash or a reader that came too early leaves it. */
export function isLineStart(text: string): boolean {
  return text.length <= lineLimit && /^(?:[0-9a-f]{0,16}$|[0-9a-f]{16} (?:$|\{))/.test(text);
}

function readState(kind: string | undefined, reason: string | undefined): StepState | undefined {
  if (kind === 'toDo' || kind === 'done') return { kind };
  return kind === 'skipped' && reason !== undefined ? { kind, reason } : undefined;
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
