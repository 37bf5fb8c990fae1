import type { PageTarget } from '../protocol/panelTarget.ts';

/** VS Code's names of our panels; package.json activates the extension for them. */
export const viewTypes: Readonly<Record<PageTarget['kind'], string>> = {
  incident: 'securityIncidents.incident',
  alert: 'securityIncidents.alert',
  comparison: 'securityIncidents.comparison',
  tuning: 'securityIncidents.tuning',
};
