import * as vscode from 'vscode';
import type { Cloud, CloudEndpoints } from '../domain/cloudEndpoints.ts';
import type { SourceChoice } from '../services/ports.ts';
import { cloudEndpoints, clouds } from '../domain/cloudEndpoints.ts';

const section = 'securityIncidents';
const intervalName = 'refresh.interval';

/** Minutes; as package.json has it. */
const defaultInterval = 15;

/** Values of the setting `securityIncidents.signIn`. */
export const signInMethods = ['vscode', 'azureCli', 'environment', 'sample'] as const;

export type SignInMethod = (typeof signInMethods)[number];

/** Where and as whom to reach Azure, as the person set it. */
export interface Settings {
  readonly signIn: SignInMethod;
  readonly cloud: Cloud;
  /** Undefined when the custom cloud is not spelled out in full. */
  readonly endpoints: CloudEndpoints | undefined;
}

export function readSettings(): Settings {
  const values = vscode.workspace.getConfiguration(section);
  const cloud = oneOf(clouds, values.get('cloud')) ?? 'public';
  return {
    signIn: oneOf(signInMethods, values.get('signIn')) ?? 'vscode',
    cloud,
    endpoints: cloudEndpoints(cloud, values.get('customCloud')),
  };
}

export async function writeSignIn(method: SignInMethod): Promise<void> {
  await vscode.workspace.getConfiguration(section).update('signIn', method, vscode.ConfigurationTarget.Global);
}

const sourceChoices = ['auto', 'alerts', 'graph'] as const satisfies readonly SourceChoice[];

/** Which interface of Azure alerts are read through. */
export function readSource(): SourceChoice {
  return oneOf(sourceChoices, vscode.workspace.getConfiguration(section).get('source')) ?? 'auto';
}

export function onDidChangeSource(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${section}.source`)) listener();
  });
}

/** Hears changes of settings that decide where alerts come from. */
export function onDidChangeConnectionSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (['signIn', 'cloud', 'customCloud'].some((name) => event.affectsConfiguration(`${section}.${name}`))) listener();
  });
}

export function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

/** Minutes between two reads of Azure; 0 for never. A value that cannot be used is the default. */
export function readRefreshInterval(): number {
  const minutes = vscode.workspace.getConfiguration(section).get<unknown>(intervalName);
  return typeof minutes === 'number' && minutes >= 0 ? minutes : defaultInterval;
}

export function onDidChangeRefreshInterval(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${section}.${intervalName}`)) listener();
  });
}
