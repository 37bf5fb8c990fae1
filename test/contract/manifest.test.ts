import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TreeModel } from '../../src/services/treeModel.ts';
import { anAlert, noon } from '../builders/alert.ts';
import { aStoreState } from '../builders/storeState.ts';
import { commandIds } from '../../src/commands/commandIds.ts';
import { clouds } from '../../src/domain/cloudEndpoints.ts';
import { serviceTrusts } from '../../src/domain/correlation/correlationOptions.ts';
import { defaultSettings, timeSpanRange } from '../../src/domain/correlation/tuning/correlationSettings.ts';
import { severities } from '../../src/domain/severity.ts';
import { severityIcon } from '../../src/services/tree/nodeIcon.ts';
import { capabilitiesOf } from '../../src/services/tree/capability.ts';
import { subscriptionCapabilities } from '../../src/services/subscriptionTree/describeSubscriptionNode.ts';
import { alertNode, incidentNode, moreNode, statusNode } from '../../src/services/tree/treeNode.ts';

interface Menu {
  readonly command: string;
  readonly when?: string;
}

interface Setting {
  readonly scope: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: unknown; readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly icon?: string;
      readonly enablement?: string;
    }[];
    readonly keybindings: readonly { readonly command: string; readonly when: string; readonly args?: unknown }[];
    readonly menus: Readonly<Record<string, readonly Menu[]>>;
    readonly viewsWelcome: readonly { readonly contents: string; readonly when: string }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

function readText(name: string): string {
  return readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
}

const manifestText = readText('package.json');
const manifest = JSON.parse(manifestText) as Manifest;
const texts = JSON.parse(readText('package.nls.json')) as Readonly<Record<string, string>>;
const { contributes } = manifest;
const contributed = contributes.commands.map(({ command }) => command);
const menus = Object.values(contributes.menus).flat();

describe('commands', () => {
  it('are those of the command table, both ways', () => {
    expect(contributed.toSorted()).toEqual(Object.values(commandIds).toSorted());
  });

  it('in menus are contributed', () => {
    expect(contributed).toEqual(expect.arrayContaining(menus.map(({ command }) => command)));
  });

  it('that only make sense on a row or while something runs are not offered in the palette', () => {
    const conditions = new Map((contributes.menus['commandPalette'] ?? []).map(({ command, when }) => [command, when]));
    expect(conditions.get(commandIds.showMore)).toBe('false');
    expect(conditions.get(commandIds.compareWith)).toBe('false');
    expect(conditions.get(commandIds.cancelRefresh)).toBe('securityIncidents.refreshing');
  });
});

describe('texts', () => {
  it('are those that the manifest names, both ways', () => {
    const named = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    expect([...new Set(named)].toSorted()).toEqual(Object.keys(texts).toSorted());
  });

  it('of welcome views link only to commands of the product and to VS Code’s settings, and always to one', () => {
    const openSettings = 'workbench.action.openSettings';
    for (const { contents } of contributes.viewsWelcome) {
      const links = [...(texts[contents.slice(1, -1)] ?? '').matchAll(/\]\(([^)]*)\)/g)].map(([, link = '']) => link);
      expect(links.length, contents).toBeGreaterThan(0);
      for (const link of links)
        expect([...contributed, openSettings]).toContain(/^command:([\w.]+)(?:\?|$)/.exec(link)?.[1]);
    }
  });
});

describe('keys', () => {
  const { keybindings } = contributes;

  it('run commands of the product, each only where it has the focus', () => {
    for (const { command, when } of keybindings) {
      expect(contributed).toContain(command);
      expect(when).toMatch(/focusedView == securityIncidents\.incidents|activeWebviewPanelId == securityIncidents\./);
    }
  });

  it('of a panel leave the tree beside it alone, and those of the tree mean what is selected there', () => {
    const changing = ['acknowledge', 'resolveAlert', 'dismissAlert', 'snooze'].map(
      (name) => `securityIncidents.${name}`,
    );
    for (const { command, when, args } of keybindings) {
      const isOfTree = when.startsWith('focusedView == ');
      if (!isOfTree) expect(when.split('||').every((part) => part.includes('focusedView != '))).toBe(true);
      if (changing.includes(command)) expect(args).toEqual(isOfTree ? { kind: 'selection' } : undefined);
    }
  });
});

it('has a welcome text for every state in which the tree is empty', () => {
  const states = ['loading', 'signedOut', 'noSubscriptions', 'noneSelected', 'noAlerts', 'offline', 'throttled'];
  const conditions = contributes.viewsWelcome.map(({ when }) => when).join(' | ');
  for (const state of [
    ...states,
    'signInRefused',
    'cancelled',
    'forbidden',
    'untrusted',
    'proxyRefused',
    'serverError',
    'strangeAnswer',
  ]) {
    expect(conditions).toContain(`securityIncidents.status == ${state}`);
  }
});

/** What rows of an open and a closed alert offer to somebody who may change statuses, or may not; asleep or not. */
function statusWords(allowed: boolean): readonly string[] {
  const open = anAlert({ called: 'open' });
  const closed = anAlert({ called: 'closed', status: 'Resolved' });
  const tree = new TreeModel({
    state: aStoreState([{ alerts: [open, closed] }]),
    now: noon,
    timeOfDay: String,
    rightsIn: () => ({ dismiss: allowed, resolve: allowed, activate: allowed }),
    asleep: new Map([[open.key, noon]]),
    progressOf: () => undefined,
    isNew: () => false,
    shownRows: () => 0,
  });
  return [open, closed].flatMap(({ key }) => tree.describe(alertNode(key, { kind: 'snoozed' })).capabilities);
}

it('matches in menus only capabilities that some row has', () => {
  const rows = [
    capabilitiesOf(incidentNode('i')),
    capabilitiesOf(incidentNode('i'), undefined, true),
    capabilitiesOf(alertNode('a', { kind: 'incident', incidentId: 'i' })),
    capabilitiesOf(alertNode('a', { kind: 'group', group: 'High' })),
    capabilitiesOf(moreNode('High', 1)),
    capabilitiesOf(statusNode(), { kind: 'notSignedIn' }),
    capabilitiesOf(statusNode(), { kind: 'offline' }),
    subscriptionCapabilities(),
    ...[false, true].map(statusWords),
  ].flat();
  const conditions = [...menus.map(({ when }) => when), ...contributes.commands.map(({ enablement }) => enablement)];
  const matched = conditions.flatMap((condition = '') =>
    [...condition.matchAll(/viewItem =~ \/\\b(\w+)\\b\//g)].map(([, name]) => name),
  );
  expect(matched.length).toBeGreaterThan(0);
  expect(rows).toEqual(expect.arrayContaining(matched));
});

describe('settings', () => {
  const { properties } = contributes.configuration;

  it('that decide where a token goes cannot come from a workspace', () => {
    const decisive = ['securityIncidents.signIn', 'securityIncidents.cloud', 'securityIncidents.customCloud'];
    for (const name of decisive) expect(properties[name]?.scope, name).toBe('application');
    expect(manifest.capabilities.untrustedWorkspaces).toMatchObject({
      supported: 'limited',
      restrictedConfigurations: decisive,
    });
  });

  it('of correlation cannot come from a workspace: it could hide an attack', () => {
    const tuning = Object.entries(properties).filter(([name]) => name.startsWith('securityIncidents.correlation.'));
    expect(tuning).toHaveLength(7);
    for (const [name, { scope }] of tuning) expect(scope, name).toBe('application');
  });

  it('of correlation have the defaults and ranges that the engine has', () => {
    const named = (name: string): Setting | undefined => properties[`securityIncidents.correlation.${name}`];
    const { precision, timeSpan, excludedAlertTypes, serviceIncidents } = defaultSettings;
    expect(named('precision')).toMatchObject({ default: precision, minimum: 0, maximum: 100 });
    expect(named('timeSpan')).toMatchObject({
      default: timeSpan,
      minimum: timeSpanRange.least,
      maximum: timeSpanRange.most,
    });
    expect(named('excludedAlertTypes')?.default).toEqual(excludedAlertTypes);
    expect(named('serviceIncidents')).toMatchObject({ default: serviceIncidents, enum: serviceTrusts });
    for (const part of ['stopAddresses', 'stopAccounts', 'stopResources']) expect(named(part)?.default).toEqual([]);
  });

  it('offer the clouds that the product knows', () => {
    expect(properties['securityIncidents.cloud']?.enum).toEqual(clouds);
  });
});

it('starts the extension for restored panels and runbooks of the workspace, and otherwise only when it is used', () => {
  expect(manifest.activationEvents).toEqual([
    'onWebviewPanel:securityIncidents.incident',
    'onWebviewPanel:securityIncidents.alert',
    'onWebviewPanel:securityIncidents.comparison',
    'onWebviewPanel:securityIncidents.tuning',
    'workspaceContains:.security/runbooks/*.md',
  ]);
});

it('contributes the colours that icons use, for each kind of theme', () => {
  const used = severities.flatMap((severity) => {
    const icon = severityIcon(severity);
    return icon.kind === 'codicon' && icon.color !== undefined ? [icon.color] : [];
  });
  expect(contributes.colors.map(({ id }) => id).toSorted()).toEqual([...new Set(used)].toSorted());
  for (const { defaults } of contributes.colors) {
    expect(Object.keys(defaults).toSorted()).toEqual(['dark', 'highContrast', 'highContrastLight', 'light']);
  }
});

it('names only pictures that exist', () => {
  for (const { icon } of contributes.viewsContainers.activitybar) {
    expect(existsSync(new URL(`../../${icon}`, import.meta.url)), icon).toBe(true);
  }
});
