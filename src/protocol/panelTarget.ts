import { object, oneOf, shortString, union, type Guarded } from './schema.ts';

const id = shortString(320);

/** An incident or an alert. */
export const itemTarget = object({ kind: oneOf('incident', 'alert'), id });

export type ItemTarget = Guarded<typeof itemTarget>;

/** What a panel is about: all that is needed to open it again after a restart. A comparison is of two alerts. */
const panelTarget = union(itemTarget, object({ kind: oneOf('comparison'), id, otherId: id }));

export type PanelTarget = Guarded<typeof panelTarget>;

/** What any page of ours is about: an item, or how correlation is tuned. */
export const pageTarget = union(panelTarget, object({ kind: oneOf('tuning') }));

export type PageTarget = Guarded<typeof pageTarget>;

/**
 * What the webview keeps across hiding and restarts: which panel it is, and how the person arranged it (ids of open or
 * fully listed parts). Never text of an alert: VS Code writes this to its own files.
 */
export interface PersistedPanel {
  readonly target: PageTarget;
  readonly arrangement: Readonly<Record<string, boolean>>;
}

/** Reads persisted state of any origin: undefined when it names no panel. */
export function readPersistedPanel(value: unknown): PersistedPanel | undefined {
  if (typeof value !== 'object' || value === null || !('target' in value) || !pageTarget(value.target))
    return undefined;
  const arrangement = 'arrangement' in value ? value.arrangement : undefined;
  const pairs = typeof arrangement === 'object' && arrangement !== null ? Object.entries(arrangement) : [];
  const usable = pairs.filter(
    (pair): pair is [string, boolean] => typeof pair[1] === 'boolean' && pair[0].length <= 80,
  );
  return { target: value.target, arrangement: Object.fromEntries(usable.slice(0, 500)) };
}
