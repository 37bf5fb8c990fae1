import type { CommandName } from './commandIds.ts';
import type { Command } from './product.ts';
import { cancelRefresh } from './cancelRefresh.ts';
import { clearLocalData } from './clearLocalData.ts';
import { compareAlerts } from './compareAlerts.ts';
import { copyAsMarkdown } from './copyAsMarkdown.ts';
import { copyId } from './copyId.ts';
import { diagnoseSignIn } from './diagnoseSignIn.ts';
import { exportCorrections } from './exportCorrections.ts';
import { forgetServicePrincipal } from './forgetServicePrincipal.ts';
import { hideSubscription } from './hideSubscription.ts';
import { importCorrections } from './importCorrections.ts';
import { markAllSeen } from './markAllSeen.ts';
import { mergeIncidents } from './mergeIncidents.ts';
import { moveToIncident } from './moveToIncident.ts';
import { nextIncident } from './nextIncident.ts';
import { openAlert } from './openAlert.ts';
import { openInPortal } from './openInPortal.ts';
import { openIncident } from './openIncident.ts';
import { pinIncident } from './pinIncident.ts';
import { previousIncident } from './previousIncident.ts';
import { refresh } from './refresh.ts';
import { removeFromIncident } from './removeFromIncident.ts';
import { renameIncident } from './renameIncident.ts';
import { respond } from './respond.ts';
import { retry } from './retry.ts';
import { reviewCorrections } from './reviewCorrections.ts';
import { selectSubscriptions } from './selectSubscriptions.ts';
import { setServicePrincipal } from './setServicePrincipal.ts';
import { showArchive } from './showArchive.ts';
import { showLog } from './showLog.ts';
import { showSubscriptions } from './showSubscriptions.ts';
import { showMore } from './showMore.ts';
import { signIn } from './signIn.ts';
import { signOut } from './signOut.ts';
import { tuneCorrelation } from './tuneCorrelation.ts';
import { splitIncident } from './splitIncident.ts';
import { startIncident } from './startIncident.ts';
import { undo } from './undo.ts';
import { undoCorrection } from './undoCorrection.ts';
import { unpinIncident } from './unpinIncident.ts';
import { useSampleEnvironment } from './useSampleEnvironment.ts';

/** The compiler wants every command of the table here, and no other. */
export const commands: Readonly<Record<CommandName, Command>> = {
  openIncident,
  openAlert,
  compareAlerts,
  compareWith: compareAlerts,
  refresh,
  retry,
  cancelRefresh,
  clearLocalData,
  signIn,
  signOut,
  diagnoseSignIn,
  setServicePrincipal,
  forgetServicePrincipal,
  selectSubscriptions,
  hideSubscription,
  showSubscriptions,
  useSampleEnvironment,
  showArchive,
  nextIncident,
  previousIncident,
  copyId,
  copyAsMarkdown,
  openInPortal,
  markAllSeen,
  tuneCorrelation,
  showLog,
  showMore,
  removeFromIncident,
  splitIncident,
  startIncident,
  moveToIncident,
  mergeIncidents,
  renameIncident,
  pinIncident,
  unpinIncident,
  undoCorrection,
  reviewCorrections,
  exportCorrections,
  importCorrections,
  runStep: respond('runStep'),
  dismissAlert: respond('dismissAlert'),
  resolveAlert: respond('resolveAlert'),
  setInProgress: respond('setInProgress'),
  activateAlert: respond('activateAlert'),
  resolveIncident: respond('resolveIncident'),
  acknowledge: respond('acknowledge'),
  explainRights: respond('explainRights'),
  snooze: respond('snooze'),
  wake: respond('wake'),
  undo,
  addNote: respond('addNote'),
  classifyIncident: respond('classifyIncident'),
  assignIncident: respond('assignIncident'),
  tagIncident: respond('tagIncident'),
  exportIncident: respond('exportIncident'),
  putInTerminal: respond('putInTerminal'),
  copyStep: respond('copyStep'),
  verifyStep: respond('verifyStep'),
  cancelRun: respond('cancelRun'),
  createSuppressionRule: respond('createSuppressionRule'),
  suppressionRules: respond('suppressionRules'),
  createSampleAlerts: respond('createSampleAlerts'),
};
