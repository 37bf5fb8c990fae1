import type { Capability } from './capability.ts';
import type { NodeIcon } from './nodeIcon.ts';
import type { ItemTarget } from '../../protocol/panelTarget.ts';

/** What a row shows; texts are already safe as labels. */
export interface NodeDescription {
  readonly label: string;
  readonly description: string;
  readonly icon?: NodeIcon;
  /** The row in one sentence, for a screen reader: says in words what the icon says by shape. */
  readonly accessibleLabel: string;
  readonly expansion: 'none' | 'collapsed' | 'expanded';
  readonly capabilities: readonly Capability[];
  /** What a click opens. */
  readonly target?: ItemTarget;
}
