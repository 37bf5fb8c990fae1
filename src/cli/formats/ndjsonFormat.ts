import type { Report } from '../incidentReport.ts';
import { safeJson } from './safeJson.ts';

/** One incident a line; the last line holds what belongs to none, and the timings. */
export function* ndjsonFormat({ incidents, standaloneAlertIds, timings }: Report): Generator<string, undefined> {
  for (const incident of incidents()) yield `${safeJson(incident)}\n`;
  yield `{"standaloneAlertIds":${safeJson(standaloneAlertIds)},"timings":${JSON.stringify(timings())}}\n`;
  return undefined;
}
