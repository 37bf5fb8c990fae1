/** Every command of the product; package.json contributes exactly these (test/contract/manifest.test.ts). */
export const commandIds = {
  openIncident: 'securityIncidents.openIncident',
  openAlert: 'securityIncidents.openAlert',
  refresh: 'securityIncidents.refresh',
  cancelRefresh: 'securityIncidents.cancelRefresh',
  signIn: 'securityIncidents.signIn',
  signOut: 'securityIncidents.signOut',
  selectSubscriptions: 'securityIncidents.selectSubscriptions',
  useSampleEnvironment: 'securityIncidents.useSampleEnvironment',
  nextIncident: 'securityIncidents.nextIncident',
  previousIncident: 'securityIncidents.previousIncident',
  copyId: 'securityIncidents.copyId',
  copyAsMarkdown: 'securityIncidents.copyAsMarkdown',
  openInPortal: 'securityIncidents.openInPortal',
  markAllSeen: 'securityIncidents.markAllSeen',
  tuneCorrelation: 'securityIncidents.tuneCorrelation',
  showLog: 'securityIncidents.showLog',
  showMore: 'securityIncidents.showMore',
} as const;

export type CommandName = keyof typeof commandIds;
