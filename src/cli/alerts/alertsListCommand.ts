import type { Writable } from 'node:stream';
import { Outlet } from '../outlet.ts';
import type { AlertsListOptions } from './alertsListOptions.ts';
import { alertsOutputs } from './alertsOutput.ts';
import { AlertsReading } from './alertsReading.ts';
import { exitCodeOf } from './alertsReport.ts';
import { summaryLine } from './healthLine.ts';
import { openGateway } from './openGateway.ts';
import { Stopping } from './stopping.ts';

export interface Surroundings {
  readonly output: Writable;
  /** Takes one line for standard error. */
  readonly tell: (line: string) => void;
  readonly interrupt: AbortSignal;
  readonly environment: NodeJS.ProcessEnv;
}

/** How long what was read may take to leave this process once somebody wants it to end. */
const patience = 500;

/**
 * Reads alerts from Azure and prints them as subscriptions are done; says on the way what came of each.
 *
 * @returns the exit code.
 * @throws UnwritableOutput
 */
export async function alertsListCommand(
  options: AlertsListOptions,
  { output, tell, interrupt, environment }: Surroundings,
): Promise<number> {
  const outlet = new Outlet(output);
  const stopping = new Stopping(interrupt, outlet.gone, options.timeout);
  try {
    const format = alertsOutputs[options.format]();
    const gateway = await openGateway(options, environment, format.needsRows);
    const report = await new AlertsReading({ options, gateway, format, outlet, stopping, tell }).read();
    await (report.stop === 'interrupted' ? inTime(outlet.close()) : outlet.close());
    if (report.stop !== 'outputGone') tell(summaryLine(report));
    return exitCodeOf(report);
  } finally {
    stopping.dispose();
  }
}

function inTime(closing: Promise<void>): Promise<void> {
  return Promise.race([closing, new Promise<void>((resolve) => setTimeout(resolve, patience).unref())]);
}
