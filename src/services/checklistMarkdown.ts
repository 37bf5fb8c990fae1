import { assertNever } from '../domain/assertNever.ts';
import type { RemediationStep, StepBlock, TextFragment } from '../domain/remediation/step.ts';
import type { StepState } from '../domain/remediation/stepProgress.ts';
import { markdownCode, markdownText } from './markdown.ts';

export interface ChecklistMarkdownOptions {
  /** Decision on a step; undefined is to do. */
  readonly stateOf: (step: RemediationStep) => StepState | undefined;
  /** The address to link to, or undefined when it must stay text: `safeLink` for the cloud in use. */
  readonly safeLink: (href: string) => string | undefined;
}

/**
 * A checklist as a Markdown task list, with reasons for skips. The vendor's text is shown letter for letter and never
 * becomes markup; only addresses that `safeLink` accepts become links.
 */
export function checklistMarkdown(
  steps: readonly RemediationStep[],
  options: ChecklistMarkdownOptions,
  indent = '',
): string {
  return steps.map((step) => stepMarkdown(step, options, indent)).join('\n');
}

function stepMarkdown(step: RemediationStep, options: ChecklistMarkdownOptions, indent: string): string {
  const inner = `${indent}  `;
  const state = options.stateOf(step);
  const box = state?.kind === 'done' ? '[x]' : '[ ]';
  const [first = '', ...others] = step.blocks.map((block) => blockMarkdown(block, options, inner));
  const reason = state?.kind === 'skipped' ? [`${inner}Skipped: ${oneLine(markdownText(state.reason))}`] : [];
  const own = [`${indent}- ${box} ${first}`, ...others.map((block) => inner + block), ...reason].join('\n\n');
  return step.children.length === 0 ? own : `${own}\n${checklistMarkdown(step.children, options, inner)}`;
}

/** One block, without the indentation of its first line. */
function blockMarkdown(block: StepBlock, options: ChecklistMarkdownOptions, indent: string): string {
  switch (block.kind) {
    case 'text': {
      const text = block.fragments.map((fragment) => fragmentMarkdown(fragment, options)).join('');
      // A backslash at the end of a line is a line break that survives trimming.
      return text.trim().replaceAll(/\s*\n\s*/g, `\\\n${indent}`);
    }
    case 'command':
      return markdownCode(block.text);
    case 'link':
      return link(block.label, block.href, options);
    default:
      return assertNever(block);
  }
}

function fragmentMarkdown(fragment: TextFragment, options: ChecklistMarkdownOptions): string {
  switch (fragment.kind) {
    case 'plain':
      return keepEdges(fragment.text);
    case 'placeholder':
      return markdownCode(`%{${fragment.name}}`);
    case 'code':
      return markdownCode(fragment.text);
    case 'link':
      return link(fragment.label, fragment.href, options);
    default:
      return assertNever(fragment);
  }
}

function link(label: string, href: string, { safeLink }: ChecklistMarkdownOptions): string {
  const address = safeLink(href);
  const words = oneLine(markdownText(label));
  if (address !== undefined) return `[${words}](<${address.replaceAll('<', '%3C').replaceAll('>', '%3E')}>)`;
  return label === href ? words : `${words} (${oneLine(markdownText(href))})`;
}

/** Escapes a run of prose and keeps the space that parts it from its neighbours. */
function keepEdges(text: string): string {
  const start = /^[ \t]/.test(text) ? ' ' : '';
  const end = /[ \t]$/.test(text) ? ' ' : '';
  return text.trim() === '' ? text : start + markdownText(text.trim()) + end;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
