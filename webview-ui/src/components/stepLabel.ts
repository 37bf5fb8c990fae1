import { html, type TemplateResult } from 'lit-html';
import { assertNever } from '../../../src/domain/assertNever.ts';
import type { StepModel, TextFragmentModel } from '../../../src/protocol/checklistModel.ts';

const placeholderHint = 'Defender for Cloud left this blank: it should name a value from the alert.';

/** A step's words, as the label of its box. A step without words says what its command or link is for. */
export function stepLabel(step: StepModel): unknown {
  const fragments = fragmentsOf(step);
  // One line on purpose: line breaks of the text are kept, so those of the template would show too.
  return html`<span class="step-text">${fragments.length === 0 ? stepName(step) : fragments.map(fragmentLabel)}</span>`;
}

/** The step in one line, to name the controls that belong to it. */
export function stepName(step: StepModel): string {
  const words = fragmentsOf(step).map(fragmentText).join('').replaceAll(/\s+/g, ' ').trim();
  if (words !== '') return words.length > 80 ? `${words.slice(0, 79)}…` : words;
  const [block] = step.blocks;
  if (block?.kind === 'command') return 'Run this command';
  return block?.kind === 'link' ? block.link.label : 'Step without words';
}

function fragmentsOf(step: StepModel): readonly TextFragmentModel[] {
  return step.blocks.flatMap((block) => (block.kind === 'text' ? block.fragments : []));
}

function fragmentText(fragment: TextFragmentModel): string {
  if (fragment.kind === 'placeholder') return `[${fragment.name}]`;
  return fragment.kind === 'link' ? fragment.link.label : fragment.text;
}

function fragmentLabel(fragment: TextFragmentModel): TemplateResult | string {
  switch (fragment.kind) {
    case 'plain':
      return fragment.text;
    case 'placeholder':
      return html`<span class="placeholder" title=${placeholderHint}
        >${fragment.name}<span class="visually-hidden"> (left blank by the service)</span></span
      >`;
    case 'code':
      return html`<code>${fragment.text}</code>`;
    case 'link':
      return html`<span class="linked">${fragment.link.label}</span>`;
    default:
      return assertNever(fragment);
  }
}
