import {
  defaultSettings,
  readCorrelationSettings,
  type CorrelationSettings,
} from '../../domain/correlation/tuning/correlationSettings.ts';
import type { TuningDraft } from '../../protocol/tuningModel.ts';

export const defaultDraft: TuningDraft = draftOf(defaultSettings);

/** Settings in the form that the panel edits. */
export function draftOf({
  precision,
  timeSpan,
  stopList,
  excludedAlertTypes,
  serviceIncidents,
}: CorrelationSettings): TuningDraft {
  return { precision, timeSpan, ...stopList, excludedAlertTypes, serviceIncidents };
}

/** The settings that a draft stands for: without blank lines, and with the default for a number that is out of range. */
export function settingsOf({ addresses, accounts, resources, ...draft }: TuningDraft): CorrelationSettings {
  return readCorrelationSettings({
    ...draft,
    stopAddresses: written(addresses),
    stopAccounts: written(accounts),
    stopResources: written(resources),
  }).settings;
}

function written(lines: readonly string[]): readonly string[] {
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
}
