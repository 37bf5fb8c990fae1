import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { NodeIcon } from '../../../src/services/tree/nodeIcon.ts';
import { severities } from '../../../src/domain/severity.ts';
import { closedIcon, incidentIcon, severityIcon } from '../../../src/services/tree/nodeIcon.ts';

it('tells every severity by a shape of its own, not by colour alone', () => {
  const shapes = [...severities.map(severityIcon), closedIcon].map(({ name }) => name);
  expect(new Set(shapes).size).toBe(shapes.length);
  const shields = [...severities.map((severity) => incidentIcon(severity, true)), incidentIcon('High', false)];
  expect(new Set(shields.map(({ name }) => name)).size).toBe(shields.length);
});

it('uses pictures that exist for dark and light themes', () => {
  const pictures: NodeIcon[] = [false, true].flatMap((pinned) => [
    ...severities.map((severity) => incidentIcon(severity, true, pinned)),
    incidentIcon('Low', false, pinned),
  ]);
  expect(new Set(pictures.map(({ name }) => name)).size).toBe(2 * (severities.length + 1));
  for (const { name } of pictures) {
    for (const theme of ['dark', 'light']) {
      expect(existsSync(new URL(`../../../media/incident/${name}-${theme}.svg`, import.meta.url)), name).toBe(true);
    }
  }
});
