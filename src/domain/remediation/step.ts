/** A command as the vendor wrote it, on one line and free of invisible characters: to copy, never to run. */
interface CommandBlock {
  readonly kind: 'command';
  readonly text: string;
}

/**
 * A link that is the whole point of its step: shown as a button. The address is hostile until `safeLink` has checked
 * it; a portal blade is relative (`#blade/…`), because only `safeLink` knows the portal of the cloud in use.
 */
export interface LinkBlock {
  readonly kind: 'link';
  readonly label: string;
  readonly href: string;
}

/** Prose. Line breaks inside it are `\n`. */
interface TextBlock {
  readonly kind: 'text';
  readonly fragments: readonly TextFragment[];
}

/**
 * A run of prose: as it is; an unresolved vendor placeholder ("%{User Name}"), to be marked; an address within a
 * sentence, hostile until `safeLink` has checked it; or a command within a sentence, to copy.
 */
export type TextFragment =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: string }
  | { readonly kind: 'link'; readonly label: string; readonly href: string }
  | { readonly kind: 'code'; readonly text: string };

export type StepBlock = TextBlock | CommandBlock | LinkBlock;

/**
 * One step of a remediation checklist. `key` is made from the step's own words (see `stepKey`), so that progress
 * survives re-delivery, renumbering and reordering; `children` are the items of a nested list.
 */
export interface RemediationStep {
  readonly key: string;
  readonly blocks: readonly StepBlock[];
  readonly children: readonly RemediationStep[];
}
