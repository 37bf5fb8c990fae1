import * as vscode from 'vscode';
import type { IncidentId } from '../../domain/incident.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { findIncident } from '../../services/findIncident.ts';
import { isClear, type OpenWork } from '../../services/response/closeGate/closeGate.ts';
import { withoutIcons } from '../../services/withoutIcons.ts';
import { askFor } from '../journal/journalNotices.ts';
import type { ResponseContext } from '../responseContext.ts';
import { openWorkOf } from './openWorkOf.ts';

const texts = {
  title: 'Resolve with work left undone?',
  placeholder: 'These steps are not done, or do not hold. Escape goes back.',
  back: 'Go back',
  backDetail: 'The incident stays as it is.',
  anyway: 'Resolve anyway…',
  anywayDetail: 'Asks for a reason, which is written into the journal.',
};

interface Choice extends vscode.QuickPickItem {
  readonly anyway?: true;
}

/**
 * Whether incidents may be resolved: at once where nothing is open; else when the person has seen what is and has given
 * a reason, which then is in the journal of each. Where it could not be written down, they stay as they are.
 */
export async function mayClose(context: ResponseContext, incidentIds: readonly IncidentId[]): Promise<boolean> {
  const unfinished = await unfinishedOf(context, incidentIds);
  if (unfinished.length === 0) return true;
  const all = {
    open: unfinished.flatMap(({ work }) => work.open),
    failing: unfinished.flatMap(({ work }) => work.failing),
  };
  const chosen = await vscode.window.showQuickPick(choices(all), {
    title: texts.title,
    placeHolder: texts.placeholder,
  });
  if (chosen?.anyway !== true) return false;
  const reason = await askFor('closeReason');
  if (reason === undefined) return false;
  for (const { id, work } of unfinished) {
    const open = work.open.slice(0, namedAtMost);
    const failing = work.failing.slice(0, namedAtMost);
    const { outcome } = await context.records.record({ incidentId: id, kind: 'closeReason', open, failing, reason });
    if (outcome.kind !== 'saved') return false;
  }
  return true;
}

interface Unfinished {
  readonly id: IncidentId;
  readonly work: OpenWork;
}

async function unfinishedOf(context: ResponseContext, ids: readonly IncidentId[]): Promise<readonly Unfinished[]> {
  const { correlation } = context.store.state;
  const incidents = ids.flatMap((id) => findIncident(correlation, id) ?? []);
  const all = await Promise.all(
    incidents.map(async (incident) => ({ id: incident.id, work: await openWorkOf(context, incident) })),
  );
  return all.filter(({ work }) => !isClear(work));
}

/** More titles than anybody reads would not fit into an entry of the journal. */
const namedAtMost = 50;

/** Going back comes first, so that Enter does nothing by accident. */
function choices({ open, failing }: OpenWork): readonly Choice[] {
  return [
    { label: `$(arrow-left) ${texts.back}`, detail: texts.backDetail },
    { label: `$(warning) ${texts.anyway}`, detail: texts.anywayDetail, anyway: true },
    ...group('Verifications that fail', failing, '$(error)'),
    ...group('Mandatory steps that are open', open, '$(circle-large-outline)'),
  ];
}

function group(heading: string, titles: readonly string[], icon: string): readonly Choice[] {
  if (titles.length === 0) return [];
  const separator = { label: heading, kind: vscode.QuickPickItemKind.Separator };
  return [separator, ...titles.map((title) => ({ label: `${icon} ${withoutIcons(displayLabel(title))}` }))];
}
