/** The one way in to the product's runbooks: bundled alone, since they are as large as the rest of what acts on incidents. */
export { resolveRunbook } from './resolveRunbook.ts';
