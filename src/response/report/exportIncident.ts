import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Incident } from '../../domain/incident.ts';
import { journalIdsOf, readJournals } from '../../services/response/journal/incidentJournal.ts';
import { incidentReport, type IncidentReport } from '../../services/response/report/incidentReport.ts';
import { reportCsv } from '../../services/response/report/reportCsv.ts';
import { reportExtensions, reportFileName, type ReportFormat } from '../../services/response/report/reportFileName.ts';
import { reportMarkdown } from '../../services/response/report/reportMarkdown.ts';
import { errorCode } from '../../platform/files/errorCode.ts';
import { inform } from '../../platform/notices.ts';
import { tellOfNoReport, tellOfReport } from '../journal/journalNotices.ts';
import { openWorkOf } from '../closeGate/openWorkOf.ts';
import { incidentToHandle } from '../incidentToHandle.ts';
import type { ResponseContext } from '../responseContext.ts';
import { writeReport } from './writeReport.ts';

const title = 'Export the incident with all that was done about it';

interface Choice extends vscode.QuickPickItem {
  readonly format: ReportFormat;
}

const choices: readonly Choice[] = [
  { label: 'Markdown', detail: 'A report to read, or to paste into a ticket.', format: 'markdown' },
  { label: 'JSON', detail: 'Everything, for another tool.', format: 'json' },
  {
    label: 'CSV',
    detail: 'The timeline as a table. What a spreadsheet could take for a formula is text.',
    format: 'csv',
  },
];

/** Writes an incident, with its journal, to a file that the person names. */
export async function exportIncident(context: ResponseContext, argument: unknown, selected: unknown): Promise<void> {
  const incident = await incidentToHandle(context, argument, selected, 'Export which incident?');
  if (incident === undefined) return;
  const chosen = await vscode.window.showQuickPick(choices, { title });
  if (chosen === undefined) return;
  const { format } = chosen;
  const file = await askForFile(incident, format);
  if (file === undefined) return;
  const report = await reportOf(context, incident);
  if (report === undefined) {
    inform('gone');
    return;
  }
  await write(context, file, written(report, format));
}

async function write({ log }: ResponseContext, file: vscode.Uri, text: string): Promise<void> {
  try {
    if ((await writeReport(file.fsPath, text)) === 'isLink') {
      tellOfNoReport('reportIsLink');
      return;
    }
  } catch (error) {
    log.warn('report.notWritten', { code: errorCode(error) });
    tellOfNoReport('reportNotWritten');
    return;
  }
  if (await tellOfReport()) await vscode.window.showTextDocument(file);
}

/** The dialog asks before a file is overwritten. */
async function askForFile(incident: Incident, format: ReportFormat): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath ?? homedir();
  return vscode.window.showSaveDialog({
    title,
    defaultUri: vscode.Uri.file(join(folder, reportFileName(incident.title, incident.id, format))),
    filters: { [format === 'markdown' ? 'Markdown' : format.toUpperCase()]: [reportExtensions[format]] },
    saveLabel: 'Export',
  });
}

function written(report: IncidentReport, format: ReportFormat): string {
  switch (format) {
    case 'markdown':
      return reportMarkdown(report);
    case 'json':
      return `${JSON.stringify(report, undefined, 2)}\n`;
    case 'csv':
      return reportCsv(report);
  }
}

async function reportOf(context: ResponseContext, incident: Incident): Promise<IncidentReport | undefined> {
  const { clock, journal, panels, store } = context;
  const { correlation } = store.state;
  const model = await panels.incidentModel(incident.id);
  if (model === undefined) return undefined;
  return incidentReport({
    model,
    journal: await readJournals(journal, journalIdsOf(incident, correlation)),
    names: { alertTitle: (key) => correlation.alerts.get(key)?.displayName },
    openWork: await openWorkOf(context, incident),
    now: clock.now(),
  });
}
