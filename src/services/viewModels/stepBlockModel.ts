import { assertNever } from '../../domain/assertNever.ts';
import { displayLabel, displayText } from '../../domain/displayText.ts';
import type { StepBlock, TextFragment } from '../../domain/remediation/step.ts';
import type { StepBlockModel, TextFragmentModel } from '../../protocol/checklistModel.ts';
import type { PanelActionTable } from './panelActions.ts';

/** A part of a step as the page shows it; commands to copy and links to open are entered into the table of actions. */
export function stepBlockModel(block: StepBlock, actions: PanelActionTable): StepBlockModel {
  switch (block.kind) {
    case 'text':
      return { kind: 'text', fragments: block.fragments.map((fragment) => fragmentModel(fragment, actions)) };
    case 'command':
      return { kind: 'command', text: displayText(block.text), copyId: actions.copy(block.text) };
    case 'link':
      return { kind: 'link', link: actions.link(block.label, block.href) };
    default:
      return assertNever(block);
  }
}

function fragmentModel(fragment: TextFragment, actions: PanelActionTable): TextFragmentModel {
  switch (fragment.kind) {
    case 'plain':
      return { kind: 'plain', text: displayText(fragment.text) };
    case 'placeholder':
      return { kind: 'placeholder', name: displayLabel(fragment.name) };
    case 'link':
      return { kind: 'link', link: actions.link(fragment.label, fragment.href) };
    case 'code':
      return { kind: 'code', text: displayText(fragment.text) };
    default:
      return assertNever(fragment);
  }
}
