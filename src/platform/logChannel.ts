import type * as vscode from 'vscode';
import type { Log } from '../services/ports.ts';
import { displayLabel } from '../domain/displayText.ts';

type Facts = Readonly<Record<string, string | number | boolean>>;

/** Writes events to the output channel: one line each, so that no value can pretend to be another line. */
export function channelLog(channel: vscode.LogOutputChannel): Log {
  return {
    info: (event, facts) => {
      channel.info(logLine(event, facts));
    },
    warn: (event, facts) => {
      channel.warn(logLine(event, facts));
    },
  };
}

function logLine(event: string, facts: Facts = {}): string {
  return [event, ...Object.entries(facts).map(([name, value]) => `${name}=${displayLabel(String(value))}`)].join(' ');
}
