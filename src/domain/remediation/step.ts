/** A command as the vendor wrote it: to copy, never to run. */
export interface CommandBlock {
  readonly kind: 'command';
  readonly text: string;
}

/** A link or portal blade of the vendor. The address is hostile until `safeLink` has checked it. */
export interface LinkBlock {
  readonly kind: 'link';
  readonly label: string;
  readonly href: string;
}

export interface TextBlock {
  readonly kind: 'text';
  /** Unresolved vendor placeholders ("%{User Name}") are fragments of their own, so that they can be marked. */
  readonly fragments: readonly TextFragment[];
}

export type TextFragment =
  { readonly kind: 'plain'; readonly text: string } | { readonly kind: 'placeholder'; readonly name: string };

export type StepBlock = TextBlock | CommandBlock | LinkBlock;

/**
 * One step of a remediation checklist. `key` is made from the step's own words, so that progress survives re-delivery,
 * renumbering and reordering; `children` are the items of a nested list.
 */
export interface RemediationStep {
  readonly key: string;
  readonly blocks: readonly StepBlock[];
  readonly children: readonly RemediationStep[];
}
