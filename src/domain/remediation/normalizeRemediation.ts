import { withoutHtml } from './htmlLeaks.ts';
import { type ListItem, listItems } from './listItems.ts';
import type { RemediationStep, StepBlock } from './step.ts';
import { stepBlocks } from './stepBlocks.ts';
import { stepKey } from './stepKey.ts';
import { readVendorJson } from './vendorJson.ts';

interface Draft {
  readonly blocks: readonly StepBlock[];
  readonly children: Draft[];
}

/** An item that later items may be siblings or children of. */
interface OpenList {
  readonly style: string | undefined;
  readonly indent: number;
  /** Which of the vendor's strings it came from: indentation means something only within one. */
  readonly source: number;
  /** Ends with a colon: what follows belongs to it. */
  readonly introduces: boolean;
  readonly draft: Draft;
}

/** Deepest nesting kept; deeper items join the deepest list. Bounds the work and the recursion of every reader. */
const depthLimit = 6;

/**
 * Longest text that is taken apart, in UTF-16 units; the longest recorded one has 1,224. A longer one stays one step:
 * half a million steps would hold up the editor for seconds and help nobody.
 */
const splitLimit = 100_000;

/**
 * A vendor's remediation steps, in any of the shapes that the service sends, as a tree of steps: markers stripped,
 * one-string lists split, nested lists kept, JSON links and portal blades as links, commands as commands. Total and
 * linear: any strings give steps, and no word of them is lost.
 */
export function normalizeRemediation(steps: readonly string[]): readonly RemediationStep[] {
  const roots: Draft[] = [];
  let open: OpenList[] = [];
  expand(steps).forEach((step, source) => {
    const parsed = readVendorJson(step);
    if (parsed?.kind === 'link') {
      roots.push({ blocks: [parsed], children: [] });
      open = [];
      return;
    }
    if (step.length > splitLimit) {
      roots.push({ blocks: [{ kind: 'text', fragments: [{ kind: 'plain', text: step }] }], children: [] });
      open = [];
      return;
    }
    for (const item of listItems(withoutHtml(step))) {
      const blocks = stepBlocks(item.text);
      if (blocks.length === 0) continue;
      const draft: Draft = { blocks, children: [] };
      open = open.slice(0, depthOf(item, source, open));
      (open.at(-1)?.draft.children ?? roots).push(draft);
      open.push({ ...item, source, introduces: item.text.endsWith(':'), draft });
    }
  });
  return withKeys(roots);
}

/** Where two array items leaked into one string: `…sentence.","Next…`, with or without back-slashes. */
const leakedArray = /(?<=[.!?])\\?",\s?\\?"(?=\p{Lu})/u;

/** One string that holds several steps as JSON is that many steps. */
function expand(steps: readonly string[]): readonly string[] {
  return steps.flatMap((step) => {
    const parsed = readVendorJson(step);
    if (parsed === undefined) return step.split(leakedArray);
    return parsed.kind === 'steps' ? parsed.steps : [step];
  });
}

/** How many of the open lists stay open when `item` is added: it becomes a child of the last of those. */
function depthOf(item: ListItem, source: number, open: readonly OpenList[]): number {
  if (item.style === undefined) return 0;
  const sibling = open.findIndex((list) => list.source === source && isSibling(item, list));
  if (sibling >= 0) return sibling;
  const last = open.at(-1);
  const deeper = last?.source === source && item.indent > last.indent;
  const elsewhere = deeper ? -1 : open.findIndex((list) => list.source !== source && list.style === item.style);
  if (elsewhere >= 0) return elsewhere;
  return Math.min(depthLimit - 1, newListDepth(item, source, open));
}

function isSibling(item: ListItem, list: OpenList): boolean {
  return list.style === item.style && list.indent === item.indent;
}

function newListDepth(item: ListItem, source: number, open: readonly OpenList[]): number {
  const last = open.at(-1);
  if (last === undefined) return 0;
  const sameText = last.source === source;
  if (sameText && item.indent < last.indent) {
    return open.findLastIndex((list) => list.source !== source || list.indent < item.indent) + 1;
  }
  const deeper = sameText && (item.indent > last.indent || last.style !== undefined);
  const nestedByNature = last.style !== undefined && /^(?:letter|roman|number[2-4])$/.test(item.style ?? '');
  return deeper || nestedByNature || last.introduces ? open.length : 0;
}

function withKeys(roots: readonly Draft[]): readonly RemediationStep[] {
  const occurrences = new Map<string, number>();
  const finish = ({ blocks, children }: Draft): RemediationStep => {
    const words = stepKey(blocks);
    const occurrence = (occurrences.get(words) ?? 0) + 1;
    occurrences.set(words, occurrence);
    return { key: occurrence === 1 ? words : stepKey(blocks, occurrence), blocks, children: children.map(finish) };
  };
  return roots.map(finish);
}
