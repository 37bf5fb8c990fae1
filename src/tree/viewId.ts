/** VS Code's name of the view in the side bar; package.json contributes it. */
export const viewId = 'securityIncidents.incidents';
