import { addNote } from './handling/addNote.ts';
import { assignIncident } from './handling/assignIncident.ts';
import { classifyIncident } from './handling/classifyIncident.ts';
import { tagIncident } from './handling/tagIncident.ts';
import { exportIncident } from './report/exportIncident.ts';
import type { ResponseContext } from './responseContext.ts';
import { acknowledge, changeStatus, explainRights } from './status/changeStatus.ts';
import { snooze, wake } from './status/snoozeItems.ts';
import { onStep } from './steps/stepCommands.ts';
import { createSampleAlerts } from './suppression/createSampleAlerts.ts';
import { createSuppressionRule } from './suppression/createSuppressionRule.ts';
import { manageSuppressionRules } from './suppression/manageSuppressionRules.ts';

/** A command's body. Its arguments come from menus, panels and anybody who knows the id: check before use. */
type ResponseCommand = (response: ResponseContext, argument: unknown, selected: unknown) => Promise<void> | void;

/** The commands whose bodies are in this room; `commands/commands.ts` has a line for each. */
export type ResponseCommandName =
  | 'runStep'
  | 'putInTerminal'
  | 'copyStep'
  | 'verifyStep'
  | 'cancelRun'
  | 'dismissAlert'
  | 'resolveAlert'
  | 'setInProgress'
  | 'activateAlert'
  | 'resolveIncident'
  | 'acknowledge'
  | 'explainRights'
  | 'snooze'
  | 'wake'
  | 'addNote'
  | 'assignIncident'
  | 'classifyIncident'
  | 'exportIncident'
  | 'tagIncident'
  | 'createSuppressionRule'
  | 'suppressionRules'
  | 'createSampleAlerts';

export const responseCommands: Readonly<Record<ResponseCommandName, ResponseCommand>> = {
  runStep: onStep('run'),
  putInTerminal: onStep('type'),
  copyStep: onStep('copy'),
  verifyStep: onStep('verify'),
  cancelRun: onStep('cancel'),
  dismissAlert: (room, ...given) => changeStatus('dismiss', room, ...given),
  resolveAlert: (room, ...given) => changeStatus('resolve', room, ...given),
  setInProgress: (room, ...given) => changeStatus('inProgress', room, ...given),
  activateAlert: (room, ...given) => changeStatus('activate', room, ...given),
  resolveIncident: (room, argument, selected) => changeStatus('resolve', room, argument, selected, 'incidents'),
  acknowledge,
  explainRights,
  snooze,
  wake,
  addNote,
  assignIncident,
  classifyIncident,
  exportIncident,
  tagIncident,
  createSuppressionRule,
  suppressionRules: manageSuppressionRules,
  createSampleAlerts,
};
