import { expect, it } from 'vitest';
import { alertMarkdown, incidentMarkdown } from '../../src/services/itemMarkdown.ts';
import { aMemberEntity, anAlert, aServiceIncident } from '../builders/alert.ts';
import { aStoreState } from '../builders/storeState.ts';

const alert = anAlert({ displayName: 'Shell in [web](x)', intent: 'Execution', description: 'Ran `id`.\nTwice.' });
const incident = aServiceIncident('i', [
  aMemberEntity([alert.systemAlertId]),
  aMemberEntity(['gone'], { displayName: 'Deleted' }),
]);
const { correlation } = aStoreState([{ alerts: [alert, incident] }]);

it('writes an alert with its facts, and its words as text', () => {
  const markdown = alertMarkdown(alert);
  expect(markdown).toContain('## Shell in \\[web\\]\\(x\\)\n');
  expect(markdown).toContain('- **Started:** 2026-03-02 10:00 UTC\n');
  expect(markdown).toContain('- **Kill chain:** Execution\n');
  expect(markdown).toContain('- **Alert ID:** `2517000000000000000_a`\n');
  expect(markdown).toMatch(/Ran \\`id\\`\\\.\nTwice\\\.\n$/);
});

it('writes an incident with its members in order, missing ones too', () => {
  const [found] = correlation.incidents;
  const markdown = incidentMarkdown(found ?? fail(), correlation);
  expect(markdown).toContain('## Security incident detected\n');
  expect(markdown).toContain(
    '\n\nDefender for Cloud put these alerts together; it does not say why\\.\n\n### Alerts\n',
  );
  expect(markdown).toContain('1. 2026-03-02 09:00 UTC · Medium · **Deleted** (not in the list)\n');
  expect(markdown).toContain('2. 2026-03-02 10:00 UTC · Medium · **Shell in \\[web\\]\\(x\\)**\n');
});

function fail(): never {
  throw new Error('no incident');
}
