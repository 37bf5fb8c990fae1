import { defaultOptions, serviceTrusts, type CorrelationOptions, type ServiceTrust } from '../correlationOptions.ts';
import { precisionRange, thresholdsOf } from './precision.ts';
import { readStopList, type BadEntry, type StopListPart } from './stopList.ts';

const day = 24 * 60 * 60_000;

/** What a person decides about correlation, as they write it. Plain data. */
export interface CorrelationSettings {
  /** 0 (complete) to 100 (precise). */
  readonly precision: number;
  /** Days. */
  readonly timeSpan: number;
  readonly stopList: Readonly<Record<StopListPart, readonly string[]>>;
  readonly excludedAlertTypes: readonly string[];
  readonly serviceIncidents: ServiceTrust;
}

export const timeSpanRange = { least: 1, most: 90 } as const;

export const defaultSettings: CorrelationSettings = {
  precision: precisionRange.balanced,
  timeSpan: defaultOptions.longestSpan / day,
  stopList: { addresses: [], accounts: [], resources: [] },
  excludedAlertTypes: [],
  serviceIncidents: defaultOptions.serviceTrust,
};

/** Something in the settings that cannot be used and is ignored. */
export type SettingsProblem =
  | ({ readonly kind: 'badEntry' } & BadEntry)
  /** A value of the wrong kind; the default stands in for it. `name` as in `CorrelationSettings`. */
  | { readonly kind: 'badValue'; readonly name: string };

/** Reads settings of any origin. Total: what cannot be used is named, and the default stands in for it. */
export function readCorrelationSettings(values: Readonly<Record<string, unknown>>): {
  readonly settings: CorrelationSettings;
  readonly problems: readonly SettingsProblem[];
} {
  const problems: SettingsProblem[] = [];
  const read = <T>(name: string, fallback: T, usable: (value: unknown) => T | undefined): T => {
    const value = values[name];
    if (value === undefined || value === null) return fallback;
    const used = usable(value);
    if (used === undefined) problems.push({ kind: 'badValue', name });
    return used ?? fallback;
  };
  const { precision, timeSpan, excludedAlertTypes, serviceIncidents } = defaultSettings;
  const settings: CorrelationSettings = {
    precision: read('precision', precision, within(precisionRange.complete, precisionRange.precise)),
    timeSpan: read('timeSpan', timeSpan, within(timeSpanRange.least, timeSpanRange.most)),
    stopList: {
      addresses: read('stopAddresses', [], texts),
      accounts: read('stopAccounts', [], texts),
      resources: read('stopResources', [], texts),
    },
    excludedAlertTypes: read('excludedAlertTypes', excludedAlertTypes, texts),
    serviceIncidents: read('serviceIncidents', serviceIncidents, (value) =>
      serviceTrusts.find((trust) => trust === value),
    ),
  };
  const { badEntries } = readStopList(settings.stopList);
  return { settings, problems: [...problems, ...badEntries.map((bad) => ({ kind: 'badEntry', ...bad }) as const)] };
}

/** The part of the engine's options that settings decide. */
export type TunedOptions = Omit<CorrelationOptions, 'corrections'>;

/** What the engine is told. Entries of stop lists that cannot be used are left out. */
export function optionsOf(settings: CorrelationSettings): TunedOptions {
  return {
    thresholds: thresholdsOf(settings.precision),
    longestSpan: settings.timeSpan * day,
    stopList: readStopList(settings.stopList).stopList,
    excludedTypes: [...new Set(settings.excludedAlertTypes.map((type) => type.trim().toLowerCase()))].sort(),
    serviceTrust: settings.serviceIncidents,
  };
}

function within(least: number, most: number): (value: unknown) => number | undefined {
  return (value) => (typeof value === 'number' && value >= least && value <= most ? value : undefined);
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
}
