import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultOptions } from '../../../../src/domain/correlation/correlationOptions.ts';
import {
  defaultSettings,
  optionsOf,
  readCorrelationSettings,
} from '../../../../src/domain/correlation/tuning/correlationSettings.ts';
import { day } from '../../../builders/alert.ts';

describe('settings of correlation', () => {
  it('are the defaults where nothing is set, and these are what the engine does anyway', () => {
    expect(readCorrelationSettings({})).toEqual({ settings: defaultSettings, problems: [] });
    expect({ ...defaultOptions, ...optionsOf(defaultSettings) }).toEqual(defaultOptions);
  });

  it('become options', () => {
    const { settings, problems } = readCorrelationSettings({
      precision: 100,
      timeSpan: 7,
      stopAddresses: ['203.0.113.7/24'],
      stopAccounts: ['Glass@contoso.example'],
      stopResources: ['Scanner-01'],
      excludedAlertTypes: [' VM_Noise ', 'vm_noise'],
      serviceIncidents: 'shownOnly',
    });
    expect(problems).toEqual([]);
    expect(optionsOf(settings)).toMatchObject({
      longestSpan: 7 * day,
      stopList: { addresses: ['203.0.113.0/24'], accounts: ['glass@contoso.example'], resources: ['scanner-01'] },
      excludedTypes: ['vm_noise'],
      serviceTrust: 'shownOnly',
    });
  });

  it('name what cannot be used, and go on without it', () => {
    const { settings, problems } = readCorrelationSettings({
      precision: 101,
      timeSpan: '7',
      stopAddresses: ['office', '198.51.100.7'],
      stopAccounts: 'root',
      serviceIncidents: 'never',
    });
    expect(settings).toMatchObject({ ...defaultSettings, stopList: { addresses: ['office', '198.51.100.7'] } });
    expect(optionsOf(settings).stopList.addresses).toEqual(['198.51.100.7']);
    expect(problems).toEqual([
      { kind: 'badValue', name: 'precision' },
      { kind: 'badValue', name: 'timeSpan' },
      { kind: 'badValue', name: 'stopAccounts' },
      { kind: 'badValue', name: 'serviceIncidents' },
      { kind: 'badEntry', part: 'addresses', index: 0, entry: 'office' },
    ]);
  });

  it('are read from anything without failing', () => {
    const names = ['precision', 'timeSpan', 'stopAddresses', 'stopResources', 'excludedAlertTypes', 'serviceIncidents'];
    const anything = fc.dictionary(fc.constantFrom(...names), fc.anything());
    fc.assert(
      fc.property(anything, (values) => {
        const { longestSpan, thresholds } = optionsOf(readCorrelationSettings(values).settings);
        expect(longestSpan).toBeGreaterThanOrEqual(day);
        expect(Number.isFinite(thresholds.core)).toBe(true);
      }),
    );
  });
});
