import { describe, expect, it } from 'vitest';
import { normalizeRemediation } from '../../../src/domain/remediation/normalizeRemediation.ts';
import type { RemediationStep, StepBlock } from '../../../src/domain/remediation/step.ts';
import { isStepKey } from '../../../src/domain/remediation/stepKey.ts';
import { stepsText } from '../../../src/domain/remediation/stepText.ts';
import { safeLink } from '../../../src/domain/safeLink.ts';
import { missingSharedData, readShared, hasSharedData } from '../../sample/sharedData.ts';

interface Page {
  readonly value: readonly { readonly properties: { readonly remediationSteps: readonly string[] } }[];
}

function allSteps(steps: readonly RemediationStep[]): readonly RemediationStep[] {
  return steps.flatMap((step) => [step, ...allSteps(step.children)]);
}

describe.skipIf(!hasSharedData)(`the steps of all recorded alerts (${missingSharedData})`, () => {
  const lists = hasSharedData
    ? (readShared('recordings/list_2022-01-01_page1.json') as Page).value.map(
        ({ properties }) => properties.remediationSteps,
      )
    : [];
  const blocks: readonly StepBlock[] = lists.flatMap((list) =>
    allSteps(normalizeRemediation(list)).flatMap((step) => step.blocks),
  );

  it('lose no word', () => {
    for (const list of lists) {
      const prose = list.filter((step) => !step.trimStart().startsWith('{')).join(' ');
      // `\t` and `","` are leaks that part words.
      const given = prose.replaceAll('\\t', ' ').match(/\p{L}{2,}/gu) ?? [];
      const shown = stepsText(normalizeRemediation(list)).match(/\p{L}{2,}/gu) ?? [];
      for (const word of given) expect(shown).toContain(word);
    }
  });

  it('carry no markers, JSON or escapes any more, and keys that are unique in their alert', () => {
    for (const list of lists) {
      const steps = allSteps(normalizeRemediation(list));
      expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
      expect(steps.every(({ key }) => isStepKey(key))).toBe(true);
      for (const line of stepsText(normalizeRemediation(list)).split('\n')) {
        expect(line).not.toMatch(/^\s*•\s*(?:•|-|\d+[.)]|\{")|\\"|","|"kind"/);
      }
    }
  });

  it('show every kind of block that the service sends', () => {
    const count = (kind: string): number =>
      blocks.filter((block) => block.kind === kind).length +
      blocks.flatMap((block) => (block.kind === 'text' ? block.fragments : [])).filter((part) => part.kind === kind)
        .length;
    expect(count('command')).toBe(1);
    expect(count('placeholder')).toBe(1);
    expect(count('link')).toBeGreaterThan(100);
  });

  it('lead to the portal of the cloud in use with every blade', () => {
    const blades = blocks.flatMap((block) => (block.kind === 'link' && block.href.startsWith('#') ? [block.href] : []));
    expect(blades).toHaveLength(20);
    for (const href of blades) {
      expect(safeLink(href, { portalUrl: 'https://portal.azure.us' })).toBe(`https://portal.azure.us/${href}`);
    }
  });
});
