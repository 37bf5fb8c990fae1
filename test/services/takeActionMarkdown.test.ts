import { expect, it } from 'vitest';
import type { ChecklistProgress } from '../../src/domain/remediation/stepProgress.ts';
import { stepsOfAlert } from '../../src/services/stepsOfAlert.ts';
import { takeActionMarkdown } from '../../src/services/takeActionMarkdown.ts';
import { anAlert, noon } from '../builders/alert.ts';

const a = anAlert({ called: 'a', displayName: 'First *alert*', remediationSteps: ['1. Isolate it.', '2. Escalate.'] });
const b = anAlert({ called: 'b', displayName: 'Second', remediationSteps: ['Escalate.', 'Do this:\n   - Now'] });
const [, escalate] = stepsOfAlert(a);
const untouched = { progressOf: (): ChecklistProgress => new Map(), safeLink: () => undefined };

it('lists the steps of an incident by alert, a shared one once', () => {
  expect(takeActionMarkdown([a, b], untouched)).toBe(
    [
      '',
      '### Take action',
      '',
      '#### First \\*alert\\*',
      '',
      '- [ ] Isolate it\\.',
      '- [ ] Escalate\\.',
      '',
      '#### Second',
      '',
      '- [ ] Do this\\:',
      '  - [ ] Now',
      '',
    ].join('\n'),
  );
});

it('ticks a shared step that was done for another of its alerts', () => {
  const done: ChecklistProgress = new Map([[escalate?.key ?? '', { state: { kind: 'done' }, by: 'me', at: noon }]]);
  const text = takeActionMarkdown([a, b], {
    ...untouched,
    progressOf: (key) => (key === b.key ? done : new Map()),
  });
  expect(text).toContain('- [x] Escalate');
});

it('needs no heading for a single alert, and is empty where nothing is to be done', () => {
  expect(takeActionMarkdown([a], untouched)).not.toContain('####');
  expect(takeActionMarkdown([anAlert()], untouched)).toBe('');
});
