/** The one way in to the product's runbooks: bundled alone, since they are as large as the rest of what acts on incidents. */
import { allRunbooks } from './allRunbooks.ts';
import type { Runbook } from './runbook.ts';

export { resolveRunbook } from './resolveRunbook.ts';

/** The product's runbook with an id, for runbooks of a workspace that include it. */
export function productRunbook(id: string): Runbook | undefined {
  return allRunbooks.find((runbook) => runbook.id === id);
}
