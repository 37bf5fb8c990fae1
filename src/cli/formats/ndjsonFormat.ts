import type { Report } from '../incidentReport.ts';

/** One incident a line; the last line holds what belongs to none, and the timings. */
export function* ndjsonFormat({ incidents, standaloneAlertIds, timings }: Report): Generator<string, undefined> {
  for (const incident of incidents()) yield `${JSON.stringify(incident)}\n`;
  yield `{"standaloneAlertIds":${JSON.stringify(standaloneAlertIds)},"timings":${JSON.stringify(timings())}}\n`;
  return undefined;
}
