import { describe, expect, it } from 'vitest';
import type { CorrelationLink } from '../../../../src/domain/correlation/correlationLink.ts';
import { incidentSentence } from '../../../../src/domain/correlation/incidents/incidentSentence.ts';
import { day, hour, minute, virtualMachine } from '../../../builders/alert.ts';

type Shared = CorrelationLink['shared'][number];

function link(shared: readonly Shared[], stage: CorrelationLink['stage'] = 'level'): CorrelationLink {
  return { from: 'a', to: 'b', step: 'core', probability: 0.9, gap: 0, stage, company: 1, shared, actorsDiffer: false };
}

const address: Shared = { kind: 'address', key: '203.0.113.7', likelihood: 400 };
const account: Shared = { kind: 'account', key: 'night@contoso.example', likelihood: 30 };
const machine: Shared = { kind: 'resource', key: virtualMachine('web-1').toLowerCase(), likelihood: 8 };
const file: Shared = { kind: 'file', key: '/tmp/x.sh', likelihood: 2 };

describe('incidentSentence', () => {
  it('says how many alerts, in what time, and what connects most of them', () =>
    expect(incidentSentence(4, 3 * hour, [link([address]), link([machine, address])], false)).toBe(
      '4 alerts within 3 hours are connected by the address 203.0.113.7 and the resource web-1.',
    ));

  it('adds that they advance, and that the service agrees', () =>
    expect(incidentSentence(2, hour, [link([address], 'advances')], true)).toBe(
      '2 alerts within 60 minutes are connected by the address 203.0.113.7, and they advance along the kill chain.' +
        ' Defender for Cloud says so too.',
    ));

  it('names the three strongest reasons', () => {
    const sentence = incidentSentence(5, hour, [link([file, machine, account, address])], false);
    expect(sentence).toContain('the address 203.0.113.7, the account night@contoso.example and the resource web-1.');
    expect(sentence).not.toContain('x.sh');
  });

  it('never gives a hub as a reason', () =>
    expect(incidentSentence(2, hour, [link([{ ...address, likelihood: 1 }])], true)).toBe(
      '2 alerts within 60 minutes that Defender for Cloud put together.',
    ));

  it.each([
    [0, 'a minute'],
    [80_000, 'a minute'],
    [5 * minute, '5 minutes'],
    [119 * minute, '119 minutes'],
    [2 * hour, '2 hours'],
    [47 * hour, '47 hours'],
    [3 * day, '3 days'],
  ])('tells %i milliseconds as "%s"', (duration, words) =>
    expect(incidentSentence(2, duration, [], false)).toBe(`2 alerts within ${words}.`),
  );

  it('says what a person put together', () => {
    const byPerson = { ...link([]), step: 'person' } as const;
    expect(incidentSentence(2, hour, [byPerson], false)).toBe('2 alerts within 60 minutes that a person put together.');
    expect(incidentSentence(3, hour, [byPerson, link([address])], true)).toMatch(
      /the address 203\.0\.113\.7\. Defender for Cloud says so too\. A person put some of them together\.$/,
    );
    expect(incidentSentence(1, 0, [], false)).toBe('A person made an incident of this alert.');
  });

  it('counts no time where the list has one alert of the incident, or none', () =>
    expect([incidentSentence(1, 0, [], true), incidentSentence(0, 0, [], true)]).toEqual([
      'Defender for Cloud put it together; one of its alerts is in the list.',
      'Defender for Cloud put it together; none of its alerts is in the list.',
    ]));
});
