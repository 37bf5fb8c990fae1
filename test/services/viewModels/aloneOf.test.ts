import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import type { CorrelationOptions } from '../../../src/domain/correlation/correlationOptions.ts';
import { emptyStopList } from '../../../src/domain/correlation/tuning/stopList.ts';
import { displayLabel } from '../../../src/domain/displayText.ts';
import { aloneModel, type AloneModel } from '../../../src/protocol/aloneModel.ts';
import { aloneOf } from '../../../src/services/viewModels/aloneOf.ts';
import { anAlert, anEntity, day, hour, noon, virtualMachine } from '../../builders/alert.ts';
import { hostileTexts } from '../../builders/hostileText.ts';
import { aPanelContext, aPanelContextFor } from '../../builders/panelContext.ts';

const address = anEntity({ $id: '1', type: 'ip', address: '203.0.113.7' });

function aloneAmong(alert: Alert, alerts: readonly Alert[]): AloneModel | undefined {
  return aloneOf(alert, aPanelContextFor(alert, alerts));
}

describe('why an alert is alone', () => {
  it('is nothing for an alert that is in an incident', () => {
    const probe = anAlert({ called: 'probe', intent: 'PreAttack', alertType: 'Scan', startTime: noon });
    const entry = anAlert({ called: 'entry', intent: 'InitialAccess', startTime: noon + hour, endTime: noon + hour });
    expect(aloneAmong(probe, [probe, entry])).toBeUndefined();
  });

  it('is nothing while the answer is not there yet', () => {
    const alone = anAlert({ called: 'alone' });
    expect(aloneOf(alone, aPanelContext([alone]))).toBeUndefined();
  });

  it('names nobody when no other alert names anything that it names', () => {
    const alone = anAlert({ called: 'alone' });
    const other = anAlert({ called: 'other', on: [virtualMachine('elsewhere')] });
    expect(aloneAmong(alone, [alone, other])).toEqual({
      excluded: false,
      related: [],
      relatedMore: 0,
      relatedReason: '',
      nearest: [],
    });
  });

  it('names the alert that came closest, what both name, and how far apart they are', () => {
    const first = anAlert({ called: 'first', displayName: 'First', startTime: noon, endTime: noon });
    const later = noon + 20 * day;
    const second = anAlert({
      called: 'second',
      displayName: 'Second',
      alertType: 'B',
      startTime: later,
      endTime: later,
    });
    expect(aloneAmong(first, [first, second])?.nearest).toEqual([
      {
        alert: { alertKey: second.key, title: 'Second' },
        reason: 'Both name the resource web-1, but 20 days apart: too long to say more.',
      },
    ]);
  });

  it('names the relatives of a series by one detector, and why they are no incident', () => {
    const series = [0, 1, 2].map((at) =>
      anAlert({
        called: `s${String(at)}`,
        on: [virtualMachine(`vm-${String(at)}`)],
        entities: [address],
        startTime: noon + at * hour,
        endTime: noon + at * hour,
      }),
    );
    const model = aloneAmong(series[0]!, series);
    expect(model?.related.map(({ alertKey }) => alertKey)).toEqual([series[1]!.key, series[2]!.key]);
    expect(model?.relatedReason).toContain('One detector');
  });

  it('is display text that the panel accepts, whatever alerts say', () => {
    for (const text of hostileTexts) {
      const one = anAlert({ called: 'one', displayName: text, on: [virtualMachine(text)], startTime: noon });
      const two = anAlert({ called: 'two', displayName: text, on: [virtualMachine(text)], startTime: noon + 30 * day });
      const model = aloneAmong(one, [one, two]);
      expect(aloneModel(model), text).toBe(true);
      for (const { alert, reason } of model?.nearest ?? []) {
        expect(alert.title).toBe(displayLabel(text));
        expect(reason).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    }
  });

  it('is the stop list where that alone kept two alerts apart, and the settings where the type is excluded', () => {
    const on = (name: string): readonly string[] => [virtualMachine(name)];
    const one = anAlert({ called: 'one', alertType: 'A', on: on('a'), entities: [address], startTime: noon });
    const two = anAlert({ called: 'two', alertType: 'B', on: on('b'), entities: [address], startTime: noon });
    const stopList = { ...emptyStopList, addresses: ['203.0.113.7'] };
    const alone = (options: Partial<CorrelationOptions>): AloneModel | undefined =>
      aloneOf(one, aPanelContextFor(one, [one, two], options));
    expect(alone({})).toBeUndefined();
    expect(alone({ stopList })?.nearest[0]?.reason).toBe(
      'Both name the address 203.0.113.7, which is on your stop list and connects nothing.',
    );
    expect(alone({ excludedTypes: ['a'] })).toMatchObject({ excluded: true, related: [], nearest: [] });
  });
});
