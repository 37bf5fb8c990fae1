import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { LabelledRow } from './row.ts';

/** Writes rows as NDJSON to `file`, and to `file.truth` a line for each row: its systemAlertId, a tab, its campaign. */
export async function dump(labelled: Iterable<LabelledRow>, file: string): Promise<number> {
  const [rows, truth] = [createWriteStream(file), createWriteStream(`${file}.truth`)];
  let count = 0;
  for (const { row, campaign } of labelled) {
    truth.write(`${row.properties.systemAlertId}\t${campaign ?? ''}\n`);
    if (!rows.write(`${JSON.stringify(row)}\n`)) await once(rows, 'drain');
    count += 1;
  }
  await Promise.all([rows, truth].map((stream) => once(stream.end(), 'finish')));
  return count;
}
