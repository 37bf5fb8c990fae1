/** VS Code's names of the views in the side bar; package.json contributes them. */
export const viewId = 'securityIncidents.incidents';
export const subscriptionsViewId = 'securityIncidents.subscriptions';
