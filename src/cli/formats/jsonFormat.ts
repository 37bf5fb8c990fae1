import type { Report } from '../incidentReport.ts';

/** One JSON document, an incident a line. */
export function* jsonFormat({ incidents, standaloneAlertIds, timings }: Report): Generator<string, undefined> {
  yield '{ "incidents": [';
  let separator = '\n';
  for (const incident of incidents()) {
    yield separator + JSON.stringify(incident);
    separator = ',\n';
  }
  yield `\n],\n"standaloneAlertIds": ${JSON.stringify(standaloneAlertIds)},\n`;
  yield `"timings": ${JSON.stringify(timings())} }\n`;
  return undefined;
}
