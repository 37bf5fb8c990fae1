import { assertNever } from '../assertNever.ts';
import type { RemediationStep, StepBlock, TextFragment } from './step.ts';

/** One step's own words as plain text, without its children: for search, for lists and for comparing. */
export function stepText(step: RemediationStep): string {
  return step.blocks.map(blockText).join('\n');
}

/** A checklist as plain text: one bullet a step, children indented. Reading it again gives the same steps. */
export function stepsText(steps: readonly RemediationStep[], depth = 0): string {
  return steps
    .map((step) => {
      const indent = '  '.repeat(depth);
      const own = `${indent}• ${stepText(step).replaceAll('\n', `\n${indent}  `)}`;
      return step.children.length === 0 ? own : `${own}\n${stepsText(step.children, depth + 1)}`;
    })
    .join('\n');
}

function blockText(block: StepBlock): string {
  switch (block.kind) {
    case 'text':
      return block.fragments.map(fragmentText).join('');
    case 'command':
      return block.text.includes('`') ? `\`\`\`\n${block.text}\n\`\`\`` : `\`${block.text}\``;
    case 'link':
      return linkText(block.label, block.href);
    default:
      return assertNever(block);
  }
}

function fragmentText(fragment: TextFragment): string {
  switch (fragment.kind) {
    case 'plain':
      return fragment.text;
    case 'placeholder':
      return `%{${fragment.name}}`;
    case 'code':
      return `\`${fragment.text}\``;
    case 'link':
      return linkText(fragment.label, fragment.href);
    default:
      return assertNever(fragment);
  }
}

function linkText(label: string, href: string): string {
  return label === href ? href : `[${label}](${href})`;
}
