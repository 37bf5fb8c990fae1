import * as vscode from 'vscode';
import {
  readCorrelationSettings,
  type CorrelationSettings,
  type SettingsProblem,
} from '../domain/correlation/tuning/correlationSettings.ts';
import type { SettingsPort } from '../services/tuning/settingsPort.ts';
import { sameValue } from '../services/sameValue.ts';

const section = 'securityIncidents.correlation';

/** VS Code's names of the settings, and what each holds. */
const values: Readonly<Record<string, (settings: CorrelationSettings) => unknown>> = {
  precision: ({ precision }) => precision,
  timeSpan: ({ timeSpan }) => timeSpan,
  stopAddresses: ({ stopList }) => stopList.addresses,
  stopAccounts: ({ stopList }) => stopList.accounts,
  stopResources: ({ stopList }) => stopList.resources,
  excludedAlertTypes: ({ excludedAlertTypes }) => excludedAlertTypes,
  serviceIncidents: ({ serviceIncidents }) => serviceIncidents,
};

/** How correlation is set in VS Code. What cannot be used is told to `onProblems`, as often as the settings are read. */
export function correlationSettings(onProblems: (problems: readonly SettingsProblem[]) => void): SettingsPort {
  return {
    read: () => {
      const { settings, problems } = readCorrelationSettings(currentValues());
      onProblems(problems);
      return settings;
    },
    write: async (settings) => {
      const configuration = vscode.workspace.getConfiguration(section);
      for (const [name, value] of Object.entries(values)) {
        const wanted = value(settings);
        if (sameValue(wanted, configuration.get(name))) continue;
        const isDefault = sameValue(wanted, configuration.inspect(name)?.defaultValue);
        await configuration.update(name, isDefault ? undefined : wanted, vscode.ConfigurationTarget.Global);
      }
    },
    onDidChange: (listener) => {
      const subscription = vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) listener();
      });
      return () => {
        subscription.dispose();
      };
    },
  };
}

function currentValues(): Readonly<Record<string, unknown>> {
  const configuration = vscode.workspace.getConfiguration(section);
  return Object.fromEntries(Object.keys(values).map((name) => [name, configuration.get<unknown>(name)]));
}
