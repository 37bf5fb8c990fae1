import type { Writable } from 'node:stream';
import { graphEndpointOf, publicCloud } from '../../domain/cloudEndpoints.ts';
import { safeJson } from '../formats/safeJson.ts';
import { writeAll } from '../writeAll.ts';
import { readAlert } from './readAlert.ts';
import { runbookMarkdown } from './runbookMarkdown.ts';
import type { RunbookOptions } from './runbookOptions.ts';
import { reportRunbook } from './runbookReport.ts';

/**
 * Prints the runbook that a type of alert resolves to.
 *
 * @throws UnreadableInput
 */
export async function runbookCommand({ alertType, input, format }: RunbookOptions, output: Writable): Promise<void> {
  const alert = input === undefined ? undefined : await readAlert(input);
  const type = alertType ?? alert?.alertType ?? '';
  const { resolveRunbook } = await import('../../domain/remediation/runbooks/index.ts');
  // The name counts only for the alert's own type: with another one a person asks for another runbook.
  const displayName = alert?.alertType === type ? alert.displayName : undefined;
  const resolved = resolveRunbook(type, displayName === undefined ? {} : { displayName });
  const graphEndpoint = graphEndpointOf(publicCloud);
  const context = graphEndpoint === undefined ? {} : { graphEndpoint };
  const report = reportRunbook(type, resolved, alert, context);
  await writeAll(output, [format === 'json' ? `${safeJson(report)}\n` : runbookMarkdown(report)]);
}
