/** The one way in to reading runbooks of a workspace: bundled alone, with the YAML parser that nobody else needs. */
export { completeRunbook } from './completeRunbook.ts';
export { readWorkspaceRunbooks } from './readWorkspaceRunbooks.ts';
