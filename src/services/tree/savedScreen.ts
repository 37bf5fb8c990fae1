import type { NodeDescription } from './nodeDescription.ts';
import type { TooltipLine } from './nodeTooltip.ts';
import type { TreeNode } from './treeNode.ts';

/** A row as it stood on the screen. Its times are marked, so that they are written as of when it is shown again. */
export interface SavedRow {
  readonly node: TreeNode;
  readonly row: NodeDescription;
  /** Absent where they were not kept: then they are there once the alerts are. */
  readonly children?: readonly SavedRow[];
}

/** What the tree showed, in so little that it is there at once. `at` is the oldest time at which any of it was read. */
export interface SavedScreen {
  readonly at: number;
  readonly rows: readonly SavedRow[];
}

/** Frames a time in a text. Texts of alerts cannot hold it: `displayLabel` makes controls visible. */
const frame = '\u0001';

/** Writes times so that `SavedTree` can write them anew. */
export const markedTimes = {
  ageOf: (time: number): string => `${frame}a${String(time)}${frame}`,
  timeOfDay: (time: number): string => `${frame}d${String(time)}${frame}`,
};

/** How times are written at the moment. */
export interface TimeWords {
  readonly ageOf: (time: number) => string;
  readonly timeOfDay: (time: number) => string;
}

/** The tree that was saved, until there is one of alerts: the same rows under the same ids. */
export class SavedTree {
  readonly #rows: readonly SavedRow[];
  readonly #words: TimeWords;
  readonly #byId = new Map<string, { readonly saved: SavedRow; readonly parent: TreeNode | undefined }>();

  constructor({ rows }: SavedScreen, words: TimeWords) {
    this.#rows = rows;
    this.#words = words;
    this.#index(rows, undefined);
  }

  roots(): readonly TreeNode[] {
    return this.#rows.map(({ node }) => node);
  }

  /** Undefined where they were not kept. */
  children({ id }: TreeNode): readonly TreeNode[] | undefined {
    return this.#byId.get(id)?.saved.children?.map(({ node }) => node);
  }

  parent({ id }: TreeNode): TreeNode | undefined {
    return this.#byId.get(id)?.parent;
  }

  describe({ id }: TreeNode): NodeDescription {
    const row = this.#byId.get(id)?.saved.row;
    if (row === undefined) {
      return { label: 'Loading', description: '', accessibleLabel: 'Loading', expansion: 'none', capabilities: [] };
    }
    const { description, accessibleLabel } = row;
    return { ...row, description: this.#written(description), accessibleLabel: this.#written(accessibleLabel) };
  }

  tooltip(): readonly TooltipLine[] {
    return [];
  }

  #index(rows: readonly SavedRow[], parent: TreeNode | undefined): void {
    for (const saved of rows) {
      this.#byId.set(saved.node.id, { saved, parent });
      this.#index(saved.children ?? [], saved.node);
    }
  }

  #written(text: string): string {
    const { ageOf, timeOfDay } = this.#words;
    const pieces = text.split(frame).map((piece, index) => {
      if (index % 2 === 0) return piece;
      const time = Number(piece.slice(1));
      return piece.startsWith('a') ? ageOf(time) : timeOfDay(time);
    });
    return pieces.join('');
  }
}
