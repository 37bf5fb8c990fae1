import type { Alert } from '../../domain/alert.ts';
import type { Json } from '../../domain/json.ts';
import { isJsonObject, ownValue } from '../../domain/json.ts';
import { parseResourceId } from '../../domain/resourceId.ts';
import { inputBytes, UnreadableInput } from '../inputBytes.ts';

/** Alerts have some ten kilobytes; this leaves room for a whole page, of which the one alert is taken. */
const most = 32 * 1024 * 1024;

/**
 * The one alert in a file: by itself, or as the only one of a page or an array.
 *
 * @throws UnreadableInput with one line that says what is wrong with the file.
 */
export async function readAlert(input: string): Promise<Alert> {
  const row = onlyRow(parse(await readText(input)));
  const { mapAlert } = await import('../../azure/mapAlert.ts');
  const id = isJsonObject(row) ? ownValue(row, 'id') : undefined;
  const subscriptionId = (typeof id === 'string' ? parseResourceId(id)?.subscriptionId : undefined) ?? '';
  const alert = mapAlert(row, { subscriptionId });
  if ('reason' in alert) throw new UnreadableInput('The input holds no alert as the alerts API sends it');
  return alert;
}

async function readText(input: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of inputBytes(input)) {
    size += chunk.length;
    if (size > most) throw new UnreadableInput('The input is larger than an alert can be');
    // The reader fills its buffer again for the next chunk.
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new UnreadableInput('The input is not JSON');
  }
}

function onlyRow(document: Json): Json {
  const page = isJsonObject(document) ? ownValue(document, 'value') : document;
  if (!Array.isArray(page)) return document;
  const rows = page as readonly Json[];
  const [row] = rows;
  if (row === undefined || rows.length > 1) {
    throw new UnreadableInput(`The input holds ${rows.length} alerts; a runbook is filled in from one`);
  }
  return row;
}
