import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import { membershipsOf } from '../../../src/services/viewModels/membershipsOf.ts';
import { aMemberEntity, aServiceIncident, hour, noon, virtualMachine } from '../../builders/alert.ts';
import { at } from '../../builders/correlationWorld.ts';
import { aPanelContext, aPanelContextFor } from '../../builders/panelContext.ts';
import { aWalk } from '../../builders/walk.ts';

const { alerts, first, middle, last, repeat, stranger } = aWalk();
const memberships = (alert: Alert, among = alerts) => membershipsOf(alert, aPanelContextFor(alert, among));

describe('why an alert is in its incident', () => {
  it('is the links that lead to it from the first alert', () => {
    const [membership] = memberships(last);
    expect(membership?.incident.alerts).toBe(4);
    expect(membership?.why?.sentence).toBe('2 links lead from the first alert of the incident to this one.');
    expect(membership?.why?.links.map(({ from, to }) => [from.alertKey, to.alertKey])).toEqual([
      [first.key, middle.key],
      [middle.key, last.key],
    ]);
    expect(memberships(middle)[0]?.why?.sentence).toBe(
      'One link leads from the first alert of the incident to this one.',
    );
  });

  it('goes on to a repeat over the alert that it repeats', () =>
    expect(memberships(repeat)[0]?.why?.links.map(({ step }) => step)).toEqual(['core', 'core', 'repeat']));

  it('is for the first alert what ties it most to the others', () => {
    const [membership] = memberships(first);
    expect(membership?.why?.sentence).toBe('It is the first alert of the incident. What ties it most to the others:');
    expect(membership?.why?.links.map(({ to }) => to.alertKey)).toEqual([middle.key]);
  });

  it('is the word of the service where no links lead to it, with what kept it from being linked', () => {
    const [a, b] = [
      at(noon, 'a', { on: [virtualMachine('a')] }),
      at(noon + hour, 'b', { on: [virtualMachine('b')] }),
    ] as const;
    const incident = aServiceIncident(
      'i',
      [a, b].map(({ systemAlertId }) => aMemberEntity([systemAlertId])),
    );
    const declared = [a, b, incident];
    expect(memberships(b, declared)[0]?.why).toEqual({
      sentence:
        'Defender for Cloud named it in this incident. No links lead to it from the incident’s first alert. The two name nothing in common.',
      links: [],
    });
    expect(memberships(a, declared)[0]?.why).toEqual({
      sentence: 'It is the first alert of the incident.',
      links: [],
    });
  });

  it('is not told before it is known', () => {
    const [membership] = membershipsOf(last, aPanelContext(alerts));
    expect(membership?.incident.alerts).toBe(4);
    expect(membership).not.toHaveProperty('why');
  });

  it('is nothing for an alert that is in none', () => expect(memberships(stranger)).toEqual([]));
});
