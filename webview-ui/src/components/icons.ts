import account from '@vscode/codicons/src/icons/account.svg';
import add from '@vscode/codicons/src/icons/add.svg';
import archive from '@vscode/codicons/src/icons/archive.svg';
import arrowDown from '@vscode/codicons/src/icons/arrow-down.svg';
import arrowRight from '@vscode/codicons/src/icons/arrow-right.svg';
import arrowUp from '@vscode/codicons/src/icons/arrow-up.svg';
import azure from '@vscode/codicons/src/icons/azure.svg';
import beaker from '@vscode/codicons/src/icons/beaker.svg';
import bell from '@vscode/codicons/src/icons/bell.svg';
import bug from '@vscode/codicons/src/icons/bug.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import checklist from '@vscode/codicons/src/icons/checklist.svg';
import chevronRight from '@vscode/codicons/src/icons/chevron-right.svg';
import circle from '@vscode/codicons/src/icons/circle.svg';
import circleFilled from '@vscode/codicons/src/icons/circle-filled.svg';
import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg';
import clockface from '@vscode/codicons/src/icons/clockface.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import cloud from '@vscode/codicons/src/icons/cloud.svg';
import comment from '@vscode/codicons/src/icons/comment.svg';
import copy from '@vscode/codicons/src/icons/copy.svg';
import database from '@vscode/codicons/src/icons/database.svg';
import debugDisconnect from '@vscode/codicons/src/icons/debug-disconnect.svg';
import debugStepOver from '@vscode/codicons/src/icons/debug-step-over.svg';
import discard from '@vscode/codicons/src/icons/discard.svg';
import edit from '@vscode/codicons/src/icons/edit.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import exportIcon from '@vscode/codicons/src/icons/export.svg';
import file from '@vscode/codicons/src/icons/file.svg';
import gitCompare from '@vscode/codicons/src/icons/git-compare.svg';
import gitMerge from '@vscode/codicons/src/icons/git-merge.svg';
import globe from '@vscode/codicons/src/icons/globe.svg';
import history from '@vscode/codicons/src/icons/history.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import key from '@vscode/codicons/src/icons/key.svg';
import layers from '@vscode/codicons/src/icons/layers.svg';
import link from '@vscode/codicons/src/icons/link.svg';
import linkExternal from '@vscode/codicons/src/icons/link-external.svg';
import listFlat from '@vscode/codicons/src/icons/list-flat.svg';
import listTree from '@vscode/codicons/src/icons/list-tree.svg';
import mail from '@vscode/codicons/src/icons/mail.svg';
import packageIcon from '@vscode/codicons/src/icons/package.svg';
import pass from '@vscode/codicons/src/icons/pass.svg';
import pin from '@vscode/codicons/src/icons/pin.svg';
import pinned from '@vscode/codicons/src/icons/pinned.svg';
import playCircle from '@vscode/codicons/src/icons/play-circle.svg';
import plug from '@vscode/codicons/src/icons/plug.svg';
import pulse from '@vscode/codicons/src/icons/pulse.svg';
import question from '@vscode/codicons/src/icons/question.svg';
import references from '@vscode/codicons/src/icons/references.svg';
import refresh from '@vscode/codicons/src/icons/refresh.svg';
import repoForked from '@vscode/codicons/src/icons/repo-forked.svg';
import serverProcess from '@vscode/codicons/src/icons/server-process.svg';
import settings from '@vscode/codicons/src/icons/settings.svg';
import shield from '@vscode/codicons/src/icons/shield.svg';
import symbolMisc from '@vscode/codicons/src/icons/symbol-misc.svg';
import tag from '@vscode/codicons/src/icons/tag.svg';
import terminal from '@vscode/codicons/src/icons/terminal.svg';
import vm from '@vscode/codicons/src/icons/vm.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';

/** The codicons that the panels use, as the text of their drawings: each one costs bytes of the bundle's budget. */
export const icons = {
  account,
  add,
  archive,
  'arrow-down': arrowDown,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  azure,
  beaker,
  bell,
  bug,
  check,
  checklist,
  'chevron-right': chevronRight,
  circle,
  'circle-filled': circleFilled,
  'circle-slash': circleSlash,
  clockface,
  close,
  cloud,
  comment,
  copy,
  database,
  'debug-disconnect': debugDisconnect,
  'debug-step-over': debugStepOver,
  discard,
  edit,
  error,
  export: exportIcon,
  file,
  'git-compare': gitCompare,
  'git-merge': gitMerge,
  globe,
  history,
  info,
  key,
  layers,
  link,
  'link-external': linkExternal,
  'list-flat': listFlat,
  'list-tree': listTree,
  mail,
  package: packageIcon,
  pass,
  pin,
  pinned,
  'play-circle': playCircle,
  plug,
  pulse,
  question,
  references,
  refresh,
  'repo-forked': repoForked,
  'server-process': serverProcess,
  settings,
  shield,
  'symbol-misc': symbolMisc,
  tag,
  terminal,
  vm,
  warning,
} as const;

export type IconName = keyof typeof icons;
