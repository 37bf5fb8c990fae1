import { expect, it } from 'vitest';
import { incidentReason } from '../../src/services/incidentReason.ts';
import { attackStory } from '../builders/attackStory.ts';
import { directoryId } from '../builders/correlationWorld.ts';
import { hostileTexts, invisible } from '../builders/hostileText.ts';
import { aLinkedIncident } from '../builders/linkedIncident.ts';
import { aPanelContext } from '../builders/panelContext.ts';

const context = aPanelContext(attackStory());
const { alerts } = context.correlation;
const incident = aLinkedIncident(context);

it('says what the links rest on', () => {
  expect(incidentReason(incident, alerts)).toBe(
    '5 alerts within 5 hours share the address 203.0.113.77, the resource shop-web-01 and the account deploy on shop-web-01, and they advance along the kill chain. Defender for Cloud says so too.',
  );
});

it('calls accounts by the names that the alerts give to them', () => {
  const sentence = `2 alerts within a minute are connected by the account s-1-5-21-1 and the service principal ${directoryId(1)}.`;
  expect(incidentReason({ ...incident, sentence }, alerts)).toBe(
    '2 alerts within a minute are connected by the account deploy and the service principal aaaaaaaa….',
  );
});

it('admits that the service does not say why', () => {
  expect(incidentReason({ ...incident, origin: 'service', links: [] }, alerts)).toBe(
    'Defender for Cloud put these alerts together; it does not say why.',
  );
});

it.each(hostileTexts)('is display text of bounded length, with %j in it', (text) => {
  const reason = incidentReason({ ...incident, sentence: `They share ${text} ${text.repeat(200)}` }, alerts);
  expect(reason).not.toMatch(invisible);
  expect(reason).not.toContain('\n');
  expect(reason.length).toBeLessThanOrEqual(600);
});
