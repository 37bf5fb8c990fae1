import { expect, it } from 'vitest';
import { mergeConditions } from '../../../src/domain/suppression/mergeConditions.ts';
import type { SuppressionCondition } from '../../../src/domain/suppression/suppressionRule.ts';

const offer = (field: string, value: string) => ({ field, value, isDocumented: true });

it('a further value of a field joins the condition that names some, and others become conditions of their own', () => {
  const kept: SuppressionCondition[] = [
    { kind: 'in', field: 'entities.IP.address', values: ['203.0.113.7'] },
    { kind: 'unknown', wire: 7 },
  ];
  const offers = [
    offer('entities.ip.address', '198.51.100.1'),
    offer('entities.ip.address', '203.0.113.7'),
    offer('entities.process.commandline', 'curl'),
  ];
  expect(mergeConditions(kept, offers)).toEqual([
    { kind: 'in', field: 'entities.IP.address', values: ['203.0.113.7', '198.51.100.1'] },
    { kind: 'unknown', wire: 7 },
    { kind: 'contains', field: 'entities.process.commandline', text: 'curl' },
  ]);
});
