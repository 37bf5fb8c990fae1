import type { Faults } from '../arm-server/fault.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { subscriptionA, virtualMachine } from './alert.ts';
import { hostileEntities, hostileSteps } from './hostileParts.ts';
import { wireAlert } from './wireAlert.ts';

/** A text of an attacker's choice, and how one line of it must look on the screen. */
export interface Payload {
  readonly sent: string;
  readonly shown: string;
}

const asSent = (text: string): Payload => ({ sent: text, shown: text });

/** One payload for each way out of being text: markup, scripts, Markdown, commands, icons, terminals, disguises, names. */
export const payloads: readonly Payload[] = [
  asSent('<img src=https://evil.example/i onerror="window.pwned=1">'),
  asSent('</script><script>window.pwned=1</script>'),
  asSent('<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>'),
  asSent('<svg onload="window.pwned=1"><math href="javascript:window.pwned=1">'),
  asSent('<a href="command:workbench.action.terminal.new">Open</a>'),
  asSent('[Open](command:workbench.action.terminal.new) $(sync~spin)'),
  asSent('![seen](https://evil.example/i.png) www.evil.example <https://evil.example>'),
  asSent('${window.pwned=1}{{constructor.constructor("window.pwned=1")()}}'),
  asSent('__proto__'),
  asSent('toString'),
  { sent: '\r```\r[fence](command:quit)', shown: '``` [fence](command:quit)' },
  { sent: '\u202Egnp.exe\u202C', shown: '⟨U+202E⟩gnp.exe⟨U+202C⟩' },
  { sent: 'pay\u200Bpal\u2066\u{E0041}\u3164', shown: 'pay⟨U+200B⟩pal⟨U+2066⟩⟨U+E0041⟩⟨U+3164⟩' },
  { sent: 'red\u001B[31m \u001B]0;title\u0007 \u009B2J', shown: 'red⟨U+001B⟩[31m ⟨U+001B⟩]0;title⟨U+0007⟩ ⟨U+009B⟩2J' },
  { sent: 'half\uD800pair', shown: 'half⟨U+D800⟩pair' },
];

/** Addresses that must never be opened, whatever they look like. */
export const foreignAddresses: readonly string[] = [
  'https://evil.example/report',
  'https://portal.azure.com@evil.example/',
  'https://portal.azure.com.evil.example/',
  'https://pοrtal.azure.com/',
  'http://portal.azure.com/',
  'javascript:window.pwned=1',
  'data:text/html,<script>window.pwned=1</script>',
  'command:workbench.action.terminal.new',
  'vscode://evil.example/run',
  'file:///etc/passwd',
  '\\\\evil.example\\share',
];

/** Words of an alert that this version does not know. */
export const unknownWords = {
  severity: 'Catastrophic',
  status: 'Frobnicated',
  intent: 'Teleportation',
  entityType: 'Wormhole',
} as const;

/** Names of the alerts that stand for one hazard each. */
export const names = {
  words: 'Words from the future',
  links: 'Links to everywhere',
  cycle: 'Entities in a circle',
  types: 'Wrong types everywhere',
  huge: 'Five megabytes of description',
  twice: 'Delivered twice',
  incident: 'Incident of many',
} as const;

const memberCount = 500;
const danglingCount = 3;
const hugeLength = 5 * 1024 * 1024;

/** The list of a subscription in which an attacker had a say, and what of it has to be found on the screen. */
export interface HostileList {
  readonly rows: readonly Json[];
  /** Different alerts among the rows, without the one that declares the incident. */
  readonly alerts: number;
  /** Alerts that are no member of the incident. */
  readonly standalone: number;
  readonly members: number;
  /** Members that the incident names and the list lacks. */
  readonly dangling: number;
  /** Rows that are no alerts. */
  readonly unreadable: number;
}

/** Made anew for each call; about 11 MB as JSON. */
export function hostileList(): HostileList {
  const standalone = [
    ...payloads.map(({ sent }, at) => alertFullOf(sent, at)),
    named('words', withUnknownWords()),
    named('links', { extendedLinks: foreignAddresses.map((href) => ({ label: `Read more: ${href}`, href })) }),
    named('cycle', { entities: circularEntities() }),
    named('types', wrongTypes()),
    named('huge', { description: hugeText() }),
    named('twice', {}),
    wireAlert({}, { id: idOf('bare'), name: 'bare', properties: null }),
  ];
  const members = Array.from({ length: memberCount - danglingCount }, (_, at) => memberAlert(at));
  const unreadable = [42, null, { name: 'without an id' }];
  return {
    rows: [...standalone, named('twice', {}), ...unreadable, ...members, incidentOf(members.length)],
    alerts: standalone.length + members.length,
    standalone: standalone.length,
    members: memberCount,
    dangling: danglingCount,
    unreadable: unreadable.length,
  };
}

function idOf(name: string, group = 'Shop'): string {
  return `/subscriptions/${subscriptionA}/resourceGroups/${group}/providers/Microsoft.Security/locations/westeurope/alerts/${name}`;
}

function named(name: keyof typeof names, properties: JsonObject): JsonObject {
  const title = names[name];
  const own = { systemAlertId: name, alertDisplayName: title, severity: 'High', resourceIdentifiers: [] };
  return wireAlert({ ...own, compromisedEntity: name, ...properties }, { id: idOf(name), name });
}

/** An alert with the text in every field, as name and as value. */
function alertFullOf(text: string, number: number): JsonObject {
  return wireAlert(
    {
      systemAlertId: text,
      alertDisplayName: text,
      description: text,
      alertType: text,
      severity: text,
      status: text,
      intent: text,
      resourceIdentifiers: [
        { type: 'AzureResource', azureResourceId: virtualMachine(text) },
        { type: text, [text]: text },
      ],
      compromisedEntity: text,
      vendorName: text,
      productName: text,
      productComponentName: text,
      correlationKey: text,
      version: text,
      alertUri: text,
      techniques: [text],
      subTechniques: [text],
      entities: hostileEntities(text),
      remediationSteps: hostileSteps(text),
      extendedProperties: { [text]: text, json: JSON.stringify({ [text]: text }), object: { [text]: [text] } },
      extendedLinks: [{ label: text, href: text }],
      supportingEvidence: { type: 'tabularEvidences', title: text, columns: [text], rows: [[text]] },
      [`new ${text}`]: text,
    },
    {
      id: idOf(`payload-${String(number)}`, encodeURIComponent(text.toWellFormed())),
      name: text,
      [`top ${text}`]: text,
    },
  );
}

function withUnknownWords(): JsonObject {
  const { severity, status, intent, entityType } = unknownWords;
  return { severity, status, intent, entities: [{ $id: '1', type: entityType, name: 'far side' }] };
}

function circularEntities(): readonly Json[] {
  return [
    { $id: '1', type: 'process', processId: '0x1', parentProcess: { $ref: '2' }, imageFile: { $ref: '9' } },
    { $id: '2', type: 'process', processId: '0x2', parentProcess: { $ref: '1' }, imageFile: { $ref: '2' } },
    { $id: '2', type: 'ip', address: '203.0.113.9' },
    { $ref: '1' },
  ];
}

function wrongTypes(): JsonObject {
  const wrong: JsonObject = { no: ['type', 1, null] };
  const fields = ['description', 'entities', 'remediationSteps', 'extendedProperties', 'startTimeUtc', 'techniques'];
  return Object.fromEntries(fields.map((field, at) => [field, at % 2 === 0 ? 42 : wrong]));
}

function hugeText(): string {
  const once = payloads.map(({ sent }) => sent).join('\n');
  return once.repeat(Math.ceil(hugeLength / once.length)).slice(0, hugeLength);
}

function memberAlert(at: number): JsonObject {
  const text = payloads[at % payloads.length]?.sent ?? '';
  const name = `member-${String(at)}`;
  // Of their own: what they shared with the other alerts would bring those into the incident.
  const resourceIdentifiers = [{ type: 'AzureResource', azureResourceId: virtualMachine('crowd') }];
  return wireAlert(
    {
      systemAlertId: name,
      alertDisplayName: `${text} ${String(at)}`,
      severity: 'Low',
      resourceIdentifiers,
      entities: [],
    },
    { id: idOf(name), name },
  );
}

/** Names the listed members, some of them twice, some that the list lacks, and itself. */
function incidentOf(listed: number): JsonObject {
  const members = Array.from({ length: listed + danglingCount }, (_, at) => ({
    $id: String(at),
    type: 'alerts',
    systemAlertIds: [`member-${String(at)}`],
    displayName: at < listed ? 'Listed' : `Gone: ${payloads[0]?.sent ?? ''}`,
    severity: 'Low',
  }));
  const itself = { type: 'alerts', systemAlertIds: ['incident'], displayName: 'Itself' };
  return named('incident', { isIncident: true, entities: [...members, ...members.slice(0, 5), itself] });
}

/** Makes the service answer with one tenant, one subscription of a hostile name, and the list as its alerts. */
export function hostileAnswers({ rows }: HostileList): Faults {
  const [{ sent: displayName } = { sent: '' }] = payloads;
  const tenantId = '3d1f5a70-64c2-4f0b-8f59-1f6d2c9ab001';
  const answers: Readonly<Record<string, readonly Json[]>> = {
    '/tenants': [{ tenantId, displayName }],
    '/subscriptions': [{ subscriptionId: subscriptionA, tenantId, displayName, state: displayName }],
    [`/subscriptions/${subscriptionA}/providers/Microsoft.Security/alerts`]: rows,
  };
  return ({ url }) => {
    const value = answers[new URL(url).pathname];
    if (value === undefined) return undefined;
    const headers = { 'content-type': 'application/json' };
    return { kind: 'answer', status: 200, headers, body: JSON.stringify({ value }) };
  };
}
