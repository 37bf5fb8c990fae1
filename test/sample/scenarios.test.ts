import { beforeAll, describe, expect, it } from 'vitest';
import { writtenStories } from '../../src/sample/scenarios/index.ts';
import { testNow } from './sampleClient.ts';
import { allPages, freshPages } from './samplePages.ts';

interface Entity {
  readonly type: string;
  readonly systemAlertIds?: readonly string[];
  readonly displayName?: string;
}

interface Alert {
  readonly id: string;
  readonly name: string;
  readonly properties: {
    readonly alertType: string;
    readonly alertDisplayName: string;
    readonly description: string;
    readonly status: string;
    readonly severity: string;
    readonly intent: string;
    readonly isIncident: boolean;
    readonly startTimeUtc: string;
    readonly endTimeUtc: string;
    readonly timeGeneratedUtc: string;
    readonly processingEndTimeUtc: string;
    readonly resourceIdentifiers: readonly { readonly azureResourceId?: string }[];
    readonly remediationSteps: readonly string[];
    readonly entities?: readonly Entity[];
    readonly techniques?: readonly string[];
    readonly supportingEvidence?: { readonly type: string };
    readonly extendedLinks?: readonly object[];
  };
}

const hour = 3_600_000;
const day = 24 * hour;

async function everyAlert(now: number): Promise<readonly Alert[]> {
  return (await allPages(now)).flatMap(({ value }) => value as unknown as readonly Alert[]);
}

describe('the stories of the sample environment', () => {
  let alerts: readonly Alert[] = [];
  let written: readonly Alert[] = [];
  let incidents: readonly Alert[] = [];

  beforeAll(async () => {
    alerts = await everyAlert(testNow);
    written = alerts.filter(({ properties }) => properties.alertType !== 'VM_LoginBruteForceValidUserFailed');
    incidents = alerts.filter(({ properties }) => properties.isIncident);
  });

  it('are at least 12, with at least 90 written alerts of at least 45 types', () => {
    const plain = written.filter(({ properties }) => !properties.isIncident);
    expect(writtenStories.length).toBeGreaterThanOrEqual(12);
    expect(plain.length).toBeGreaterThanOrEqual(90);
    expect(new Set(plain.map(({ properties }) => properties.alertType)).size).toBeGreaterThanOrEqual(45);
  });

  it.each([
    ['virtual machines and servers', /^VM/],
    ['web apps', /^AppServices_/],
    ['containers', /^K8S/],
    ['SQL', /^SQL\.DB_/],
    ['storage', /^Storage\./],
    ['Cosmos DB', /^CosmosDB_/],
    ['open-source databases', /^SQL\.(PostgreSQL|MariaDB)_/],
    ['Resource Manager', /^ARM_/],
    ['Key Vault', /^KV_/],
    ['DNS', /^AzureDNS_/],
    ['the network', /^(SSH|RDP|Network)_/],
    ['the web application firewall', /WAF/],
    ['DDoS protection', /^NETWORK_DDOS_/],
    ['endpoint protection', /^DefenderForEndpoint_/],
  ])('have at least two kinds of alerts about %s', (_, family) => {
    const types = new Set(written.map(({ properties }) => properties.alertType).filter((type) => family.test(type)));
    expect(types.size).toBeGreaterThanOrEqual(2);
  });

  it('hold at least three incidents of the service, whose members are alerts of the list but for those gone from it', () => {
    const names = new Set(alerts.map(({ name }) => name));
    const missing = incidents.map(({ properties }) =>
      (properties.entities ?? []).filter(({ systemAlertIds = [] }) => systemAlertIds.some((id) => !names.has(id))),
    );
    expect(incidents.length).toBeGreaterThanOrEqual(3);
    expect(incidents.every(({ properties }) => properties.entities?.every(({ type }) => type === 'alerts'))).toBe(true);
    expect(incidents.every(({ properties }) => (properties.entities ?? []).length >= 2)).toBe(true);
    expect(missing.map(({ length }) => length).sort()).toEqual([0, 0, 1, 2]);
    expect(missing.flat().every(({ displayName = '' }) => displayName !== '')).toBe(true);
  });

  it('begin an incident in the tick in which its first member begins', () => {
    for (const { name, properties } of incidents) {
      const members = (properties.entities ?? []).flatMap(({ systemAlertIds = [] }) => systemAlertIds);
      const ticks = members.map((id) => id.slice(0, 19)).sort();
      expect(ticks.at(-1)).toBe(name.slice(0, 19));
    }
  });

  it.each<[string, (steps: readonly string[]) => boolean]>([
    [
      'numbered items',
      (steps) => steps.length > 1 && steps.every((step, index) => step.startsWith(`${String(index + 1)}. `)),
    ],
    ['plain items', (steps) => steps.length > 1 && steps.every((step) => /^[A-Z]/.test(step))],
    ['a whole list in one item', (steps) => steps.length === 1 && /^1\. .*\n2\. /.test(steps[0] ?? '')],
    ['bullets', (steps) => steps.every((step) => step.startsWith('• '))],
    [
      'a link in JSON with escaped slashes',
      (steps) => steps.some((step) => /"kind":"Link","value":"https:\\\/\\\//.test(step)),
    ],
    ['a portal page in JSON', (steps) => steps.some((step) => isJson(step) && step.includes('"kind":"openBlade"'))],
    ['a bare command', (steps) => steps.some((step) => step.startsWith('kubectl '))],
    ['an unresolved placeholder', (steps) => steps.some((step) => step.includes('%{User Name}'))],
  ])('have remediation steps in the form of %s', (_, matches) => {
    expect(alerts.filter(({ properties }) => matches(properties.remediationSteps)).length).toBeGreaterThan(0);
  });

  it('have every status and severity, and are mostly still active', () => {
    const active = written.filter(({ properties }) => properties.status === 'Active');
    expect(new Set(alerts.map(({ properties }) => properties.status))).toEqual(
      new Set(['Active', 'InProgress', 'Resolved', 'Dismissed']),
    );
    expect(new Set(alerts.map(({ properties }) => properties.severity))).toEqual(
      new Set(['Informational', 'Low', 'Medium', 'High']),
    );
    expect(active.length / written.length).toBeGreaterThan(0.7);
  });

  it('have techniques, both forms of evidence, and a link that occurs twice', () => {
    const evidence = alerts.flatMap(({ properties }) => properties.supportingEvidence?.type ?? []);
    const links = alerts.flatMap(({ properties }) =>
      properties.extendedLinks === undefined ? [] : [properties.extendedLinks],
    );
    expect(alerts.some(({ properties }) => (properties.techniques ?? []).length > 0)).toBe(true);
    expect(new Set(evidence)).toEqual(new Set(['tabularEvidences', 'supportingEvidenceList']));
    expect(links.some((list) => new Set(list.map((link) => JSON.stringify(link))).size < list.length)).toBe(true);
  });

  it('leave some chains of rising tactics on one resource to be found', () => {
    const claimed = new Set(
      incidents.flatMap(({ properties }) =>
        (properties.entities ?? []).flatMap(({ systemAlertIds = [] }) => systemAlertIds),
      ),
    );
    const free = written.filter(({ name, properties }) => !properties.isIncident && !claimed.has(name));
    const byResource = Object.groupBy(free, ({ properties }) =>
      (properties.resourceIdentifiers[0]?.azureResourceId ?? '').toLowerCase(),
    );
    const chains = Object.values(byResource).filter(
      (of) => new Set((of ?? []).map(({ properties }) => properties.intent)).size >= 4,
    );
    expect(chains.length).toBeGreaterThanOrEqual(5);
  });

  it('write the id of one resource in more than one casing', () => {
    const ids = written.flatMap(({ properties }) =>
      properties.resourceIdentifiers.flatMap(({ azureResourceId }) => azureResourceId ?? []),
    );
    expect(new Set(ids).size).toBeGreaterThan(new Set(ids.map((id) => id.toLowerCase())).size);
  });

  it('lie in the past, in order, and within the 90 days for which the service keeps alerts', () => {
    for (const { properties } of alerts) {
      const times = [
        properties.startTimeUtc,
        properties.endTimeUtc,
        properties.processingEndTimeUtc,
        properties.timeGeneratedUtc,
      ];
      const [start = 0, end = 0, , generated = 0] = times.map((time) => Date.parse(time));
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(generated);
      expect(generated).toBeLessThanOrEqual(testNow);
      expect(testNow - start).toBeLessThan(90 * day);
    }
  });

  it('leave no brace of a forgotten fact and no empty word', () => {
    const texts = alerts.flatMap(({ properties }) => [
      properties.alertDisplayName,
      properties.description,
      ...properties.remediationSteps.filter((step) => !isJson(step)),
    ]);
    const unfinished = texts.filter(
      (text) => text.trim() === '' || /[{}]|undefined/.test(text.replaceAll(/%\{[^}]*\}/g, '')),
    );
    expect(unfinished).toEqual([]);
  });

  it('have the same ids in every session of one UTC day, and the same GUIDs on every day', async () => {
    const evening = await everyAlert(testNow + 11 * hour + 59 * 60_000);
    const nextDay = await everyAlert(testNow + day);
    const guids = (of: readonly Alert[]): readonly string[] => of.map(({ name }) => name.slice(20)).sort();
    expect(evening.map(({ id }) => id)).toEqual(alerts.map(({ id }) => id));
    expect(nextDay.map(({ id }) => id)).not.toEqual(alerts.map(({ id }) => id));
    expect(guids(nextDay)).toEqual(guids(alerts));
    expect(new Set(guids(alerts)).size).toBe(alerts.length);
  });

  it('are the same to the letter for the same moment', async () => {
    const again = await freshPages(testNow);
    expect(again.flatMap(({ value }) => value)).toEqual(alerts);
  });

  it('go on while time goes on: an attack that is under way was last seen within the last hour', async () => {
    const later = testNow + 6 * hour;
    const recent = (await everyAlert(later)).filter(
      ({ properties }) => later - Date.parse(properties.endTimeUtc) < hour,
    );
    expect(recent.length).toBeGreaterThanOrEqual(4);
  });
});

function isJson(text: string): boolean {
  return text.startsWith('{');
}
