import type { Writable } from 'node:stream';
import type { AlertColumns } from '../domain/correlation/alertTable.ts';
import { correlateColumns } from '../domain/correlation/correlateColumns.ts';
import { columnIncidents } from '../domain/correlation/incidents/columnIncidents.ts';
import { AlertReader } from './alertReader.ts';
import { BadLines } from './badLines.ts';
import type { CorrelateOptions, OutputFormat } from './correlateOptions.ts';
import { cpuSinceStart, CpuTimer } from './cpuTimer.ts';
import { jsonFormat } from './formats/jsonFormat.ts';
import { ndjsonFormat } from './formats/ndjsonFormat.ts';
import { tableFormat } from './formats/tableFormat.ts';
import type { Report } from './incidentReport.ts';
import { reportIncidents, standaloneIds } from './incidentReport.ts';
import { inputBytes } from './inputBytes.ts';
import { InputSplitter } from './inputSplitter.ts';
import { readTuning } from './tuning.ts';
import { writeAll } from './writeAll.ts';

const formats: Readonly<Record<OutputFormat, (report: Report) => Iterable<string>>> = {
  json: jsonFormat,
  ndjson: ndjsonFormat,
  table: tableFormat,
};

/**
 * Reads alerts, groups them, and writes the incidents. Holds of each alert only what the engine keeps.
 *
 * @throws UnreadableInput
 */
export async function correlateCommand(
  { input, format, explain, ...tuning }: CorrelateOptions,
  output: Writable,
  complain: (line: string) => void,
): Promise<void> {
  const options = await readTuning(tuning, complain);
  const engine = new CpuTimer();
  const { columns, parseMs } = await readColumns(input, new BadLines(complain), engine);
  const [result, incidents] = engine.measure(() => {
    const correlation = correlateColumns(columns, options);
    return [correlation, columnIncidents(correlation)] as const;
  });
  const report: Report = {
    incidents: () => reportIncidents(result, incidents, explain),
    standaloneAlertIds: standaloneIds(result, incidents),
    timings: () => ({
      parseMs,
      correlateMs: engine.milliseconds,
      totalMs: cpuSinceStart(),
    }),
  };
  await writeAll(output, formats[format](report));
}

/** Gives columns alone: the table they come from is as big again, and must not live as long as they do. */
async function readColumns(
  input: string,
  badLines: BadLines,
  engine: CpuTimer,
): Promise<{ readonly columns: AlertColumns; readonly parseMs: number }> {
  const reader = new AlertReader(badLines);
  const splitter = new InputSplitter(reader);
  for await (const chunk of inputBytes(input)) splitter.push(chunk);
  splitter.end();
  reader.flush();
  badLines.summarize();
  return { columns: engine.measure(() => reader.table.columns()), parseMs: reader.parseTimer.milliseconds };
}
