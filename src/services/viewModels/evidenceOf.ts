import { displayLabel, displayText } from '../../domain/displayText.ts';
import { isJsonObject, ownString, ownValue, type Json, type JsonObject } from '../../domain/json.ts';
import type { EvidenceItem, EvidenceModel } from '../../protocol/evidenceModel.ts';
import type { PanelActionTable } from './panelActions.ts';

const rowLimit = 500;
const rawLimit = 20_000;
const depthLimit = 8;
const defaultTitle = 'Supporting evidence';

/**
 * Supporting evidence in the published forms: a table, or a list of tables and nested lists. Any other form is shown as
 * indented JSON, since the forms were never seen live and each field may be missing or of another type.
 */
export function evidenceOf(evidence: JsonObject | undefined, actions: PanelActionTable): EvidenceModel[] {
  if (evidence === undefined || Object.keys(evidence).length === 0) return [];
  const parts = listAt(evidence, 'supportingEvidenceList').filter(isJsonObject);
  return parts.length > 0 ? parts.map((part) => one(part, actions)) : [one(evidence, actions)];
}

function one(part: JsonObject, actions: PanelActionTable): EvidenceModel {
  return tableOf(part) ?? listOf(part) ?? rawOf(part, actions);
}

function titleOf(part: JsonObject): string {
  return displayLabel(ownString(part, 'title') ?? defaultTitle);
}

function tableOf(part: JsonObject): EvidenceModel | undefined {
  const columns = listAt(part, 'columns');
  const rows = listAt(part, 'rows').filter((row): row is readonly Json[] => Array.isArray(row));
  if (columns.length === 0 && rows.length === 0) return undefined;
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), columns.length);
  const headings = Array.from({ length: width }, (_, at) => cell(columns[at]) || `Column ${String(at + 1)}`);
  const shown = rows.slice(0, rowLimit).map((row) => headings.map((_, at) => cell(row[at])));
  const cut = rows.length > rowLimit ? ` (first ${String(rowLimit)} of ${String(rows.length)} rows)` : '';
  return { kind: 'table', title: titleOf(part) + cut, columns: headings, rows: shown };
}

function cell(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return displayLabel(typeof value === 'object' ? JSON.stringify(value) : String(value), 500);
}

function listOf(part: JsonObject): EvidenceModel | undefined {
  const items = listAt(part, 'evidenceElements').flatMap((element) => itemsOf(element, 1));
  return items.length === 0 ? undefined : { kind: 'list', title: titleOf(part), items };
}

function itemsOf(element: Json, depth: number): EvidenceItem[] {
  if (element === null) return [];
  if (!isJsonObject(element)) return [{ text: cell(element), items: [] }];
  const inner = depth < depthLimit ? listAt(element, 'innerElements') : [];
  return [{ text: itemText(element), items: inner.flatMap((item) => itemsOf(item, depth + 1)) }];
}

/** A localisable text carries its English words as `fallback`; without them its key still names what was found. */
function itemText(element: JsonObject): string {
  const text = ownValue(element, 'text');
  if (typeof text === 'string') return displayLabel(text, 500);
  if (!isJsonObject(text)) return cell(element);
  return displayLabel(ownString(text, 'fallback') ?? ownString(text, 'localizationKey') ?? JSON.stringify(text), 500);
}

function rawOf(part: JsonObject, actions: PanelActionTable): EvidenceModel {
  const json = JSON.stringify(part, undefined, 2);
  const shown = json.length > rawLimit ? `${json.slice(0, rawLimit)}\n… copy to read all` : json;
  return { kind: 'raw', title: titleOf(part), text: displayText(shown), copyId: actions.copy(json) };
}

function listAt(object: JsonObject, key: string): readonly Json[] {
  const value = ownValue(object, key);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
