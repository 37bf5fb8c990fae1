/**
 * The service delivers remediation steps in eight shapes, and nothing says which one an alert uses. These helpers write
 * the shapes that are more than plain sentences.
 */

/** Numbered items: `1. …`, `2. …`. */
export function numbered(...steps: readonly string[]): readonly string[] {
  return steps.map((step, index) => `${String(index + 1)}. ${step}`);
}

/** A whole numbered list inside one single item, as Resource Manager alerts have it. */
export function inOneText(...steps: readonly string[]): readonly string[] {
  return [numbered(...steps).join('\n')];
}

/** Items that bring their own bullet, as storage and Cosmos DB alerts have it. */
export function bulleted(...steps: readonly string[]): readonly string[] {
  return steps.map((step) => `• ${step}`);
}

/** An item that is a link in JSON, with the slashes escaped. */
export function linkStep(displayValue: string, address: string): string {
  return JSON.stringify({ displayValue, kind: 'Link', value: address }).replaceAll('/', '\\/');
}

/** An item that is the JSON of a portal page to open. */
export function bladeStep(displayValue: string, detailBlade: string, detailBladeInputs: string): string {
  return JSON.stringify({
    kind: 'openBlade',
    displayValue,
    extension: 'Microsoft_Azure_Security_R3',
    detailBlade,
    detailBladeInputs,
  });
}
