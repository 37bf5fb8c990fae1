import { expect, it } from 'vitest';
import { incidentReason } from '../../src/services/incidentReason.ts';
import { attackStory } from '../builders/attackStory.ts';
import { hostileTexts, invisible } from '../builders/hostileText.ts';
import { aLinkedIncident } from '../builders/linkedIncident.ts';
import { aPanelContext } from '../builders/panelContext.ts';

const incident = aLinkedIncident(aPanelContext(attackStory()));

it('says what the links rest on, with resources by name', () => {
  expect(incidentReason(incident)).toBe(
    '5 alerts within 5 hours share the address 203.0.113.77, the resource shop-web-01 and the account deploy on shop-web-01, and they advance along the kill chain. Defender for Cloud says so too.',
  );
});

it('admits that the service does not say why', () => {
  expect(incidentReason({ ...incident, origin: 'service', links: [] })).toBe(
    'Defender for Cloud put these alerts together; it does not say why.',
  );
});

it.each(hostileTexts)('is display text of bounded length, with %j in it', (text) => {
  const reason = incidentReason({ ...incident, sentence: `They share ${text} ${text.repeat(200)}` });
  expect(reason).not.toMatch(invisible);
  expect(reason).not.toContain('\n');
  expect(reason.length).toBeLessThanOrEqual(600);
});
