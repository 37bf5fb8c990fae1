import { expect, it } from 'vitest';
import { withoutIcons } from '../../src/services/withoutIcons.ts';

it('breaks every icon, visibly, and leaves other dollars alone', () => {
  expect(withoutIcons('$(sync~spin) a $(x) $5 $$(y)')).toBe('$ (sync~spin) a $ (x) $5 $$ (y)');
});
