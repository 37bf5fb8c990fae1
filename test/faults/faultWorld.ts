import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { makeCertificate, type Certificate } from '../arm-server/certificate.ts';
import type { ArmServer } from '../arm-server/startArmServer.ts';
import { startArmServer } from '../arm-server/startArmServer.ts';
import type { Scenario } from '../arm-server/scenario/scenario.ts';
import type { ArmRequest } from '../../src/sample/index.ts';
import type { Faults } from '../arm-server/fault.ts';
import { faultNamed } from '../arm-server/namedFaults.ts';
import { ChecklistFileStore } from '../../src/platform/checklistFileStore.ts';

export const tenantId = '7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e01';
/** The subscription whose answers are spoilt: 250 alerts on two pages. */
export const faulty = '7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e02';
/** A subscription with ten pages, spoilt in its place where a fault needs many. */
export const long = '7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e03';
/** A subscription with little of its own, whose answers are made up. */
export const flappy = '7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e05';
/** A neighbour that must never notice. */
export const steady = '7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e04';

export const scenario: Scenario = {
  tenants: [
    {
      tenantId,
      displayName: 'Trial',
      subscriptions: [
        { subscriptionId: faulty, displayName: 'Faulty', alerts: 250 },
        { subscriptionId: long, displayName: 'Long', alerts: 2_000 },
        { subscriptionId: flappy, displayName: 'Flappy', alerts: 3 },
        { subscriptionId: steady, displayName: 'Steady', alerts: 5 },
      ],
    },
  ],
};

/** Servers and files that outlive the trials of one file of tests. */
export interface FaultWorld {
  readonly server: ArmServer;
  /** Another server with a certificate that is trusted: nothing may ever arrive there. */
  readonly elsewhere: ArmServer;
  /** Every request so far to that server, however often its plug was pulled. */
  requests(): readonly ArmRequest[];
  /** Begins to spoil the answers for one subscription; undefined ends it. */
  inject(fault: string | Faults | undefined, subscriptionId: string): void;
  /** Pulls the server's plug. */
  stop(): Promise<void>;
  /** The server again on its old port, where wished with another certificate. */
  startAgain(certificate?: Certificate): Promise<void>;
  /** Trusts these certificates besides those of the world, until it closes. */
  trust(...certificates: readonly Certificate[]): void;
  /** Where checklists are kept. */
  readonly checklists: string;
  /** The bytes of everything that a person has recorded in checklists. */
  checklistBytes(): Promise<string>;
  close(): Promise<void>;
}

export async function openFaultWorld(): Promise<FaultWorld> {
  const trusted = getCACertificates('default');
  let faults: Faults | undefined;
  const now = Date.now();
  const certificate = await makeCertificate();
  const start = (port: number, shown: Certificate) =>
    startArmServer({ now, port, scenario, certificate: shown, faults: (request) => faults?.(request) });
  let server = await start(0, certificate);
  const port = Number(new URL(server.origin).port);
  const elsewhere = await startArmServer({ now, certificate });
  const trust = (...more: readonly Certificate[]) =>
    setDefaultCACertificates([...trusted, certificate.cert, ...more.map(({ cert }) => cert)]);
  trust();
  const folder = await mkdtemp(path.join(tmpdir(), 'faults-'));
  await recordDecision(folder);
  const earlier: ArmRequest[] = [];
  return {
    get server() {
      return server;
    },
    elsewhere,
    requests: () => [...earlier, ...server.requests],
    trust,
    stop: () => server.close(),
    async startAgain(shown = certificate) {
      earlier.push(...server.requests);
      server = await start(port, shown);
    },
    inject(fault, subscriptionId) {
      const place = { origin: server.origin, elsewhere: elsewhere.origin, subscriptionId, now: () => Date.now() };
      const chosen = typeof fault === 'string' ? faultNamed(fault, place) : fault;
      faults = chosen && ((request) => (request.url.includes(subscriptionId) ? chosen(request) : undefined));
    },
    checklists: folder,
    checklistBytes: () => bytesBelow(folder),
    async close() {
      setDefaultCACertificates(trusted);
      await Promise.all([server.close(), elsewhere.close(), rm(folder, { recursive: true })]);
    },
  };
}

/** What a person has recorded before anything goes wrong. */
export const decided = { alert: 'an-alert', step: '0123456789abcdef' };

async function recordDecision(folder: string): Promise<void> {
  const store = new ChecklistFileStore({ folder, clock: { now: () => 1 }, onNotice: () => undefined });
  await store.setStep(decided.alert, decided.step, { state: { kind: 'done' }, by: 'ada', at: 1 });
  store.dispose();
}

async function bytesBelow(folder: string): Promise<string> {
  const names = (await readdir(folder)).toSorted();
  const files = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'base64')));
  return JSON.stringify(names.map((name, index) => [name, files[index]]));
}
