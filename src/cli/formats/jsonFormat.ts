import type { Report } from '../incidentReport.ts';
import { safeJson } from './safeJson.ts';

/** One JSON document, an incident a line. */
export function* jsonFormat({ incidents, standaloneAlertIds, timings }: Report): Generator<string, undefined> {
  yield '{ "incidents": [';
  let separator = '\n';
  for (const incident of incidents()) {
    yield separator + safeJson(incident);
    separator = ',\n';
  }
  yield `\n],\n"standaloneAlertIds": ${safeJson(standaloneAlertIds)},\n`;
  yield `"timings": ${JSON.stringify(timings())} }\n`;
  return undefined;
}
