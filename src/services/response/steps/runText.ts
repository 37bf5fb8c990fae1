import { assertNever } from '../../../domain/assertNever.ts';
import { displayText } from '../../../domain/displayText.ts';
import type { RunEnd, StartProblem } from './runOutcome.ts';

const bold = '\u001b[1m';
const green = '\u001b[32m';
const red = '\u001b[31m';
const plain = '\u001b[0m';

/** What stands above the output of a command in its terminal. */
export function runHeading(command: string): string {
  return `${bold}> ${displayText(command).replaceAll('\n', ' ')}${plain}\r\n`;
}

/** What stands below it. Colours of the output end here. */
export function runFooter(end: RunEnd, durationMs: number, advice: string | undefined): string {
  const colour = end.kind === 'exited' && end.exitCode === 0 ? green : red;
  const more = advice === undefined ? '' : `${advice}\r\n`;
  return `${plain}${colour}[${endText(end)} after ${secondsText(durationMs)}]${plain}\r\n${more}\r\n`;
}

/** How a command ended, in words: "exit code 3". */
export function endText(end: RunEnd): string {
  switch (end.kind) {
    case 'exited':
      return `exit code ${String(end.exitCode)}`;
    case 'cancelled':
      return 'cancelled';
    case 'killed':
      return 'ended by the system';
    case 'notStarted':
      return 'not started';
    default:
      return assertNever(end);
  }
}

/** "0.4 s", "12 s", "3 min 20 s". @param milliseconds not negative. */
function secondsText(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${String(whole)} s` : `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
}

const names = { az: 'The Azure CLI (az)', kubectl: 'kubectl', pwsh: 'PowerShell (pwsh)' } as const;

/** Why a tool did not start, and what to do. */
export function problemText(problem: StartProblem, tool: keyof typeof names): string {
  const name = names[tool];
  const setting = `the setting "securityIncidents.${tool}Path"`;
  switch (problem) {
    case 'notFound':
      return `${name} was not found on this machine. Install it, or name its file in ${setting}. Files in folders that are open here are never used.`;
    case 'badSetting':
      return `${name} was not started: ${setting} must be the absolute path of a file that can be run.`;
    case 'insideWorkspace':
      return `${name} was not started: ${setting} names a file in a folder that is open here, and such files are never run.`;
    case 'needsShell':
      return `${name} was not started: it is a batch file here, which Windows would read as a script. Install it with its own installer, or use "Put in My Terminal".`;
    case 'refused':
      return `${name} was not started: the system refused it.`;
    case 'cloudUnknown':
      return `${name} was not started: it knows no cloud with the endpoint of the setting "securityIncidents.customCloud". Register that with "az cloud register" and sign in to it.`;
    default:
      return assertNever(problem);
  }
}
