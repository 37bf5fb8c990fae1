import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Faults } from '../arm-server/fault.ts';
import { ask } from '../arm-server/scenario/ask.ts';
import {
  applicationSecret,
  behindProxy,
  ferries,
  fjord,
  harbour,
  nordlicht,
  throttled,
} from '../arm-server/scenario/threeTenants.ts';
import { estate, production, sampleDirectory, shop } from '../../src/sample/directory.ts';
import { sampleToken } from '../../src/sample/index.ts';
import { type AlertsProgram, lastLineOf, rowsOf, settledIn, startAlertsProgram } from './alertsProgram.ts';
import { type BuiltProgram, buildProgram } from './builtProgram.ts';
import type { Outcome } from './runProgram.ts';

const [payroll, sandbox] = ['forbidden', 'notRegistered'].map(
  (access) => sampleDirectory.subscriptions.find((subscription) => subscription.access === access)!.subscriptionId,
);
const absent = '00000000-0000-4000-8000-000000000000';

let built: BuiltProgram;
let azure: AlertsProgram;

beforeAll(async () => {
  built = await buildProgram();
  azure = await startAlertsProgram(built);
});
afterAll(async () => {
  await azure.close();
  await built.remove();
});

const lineOf = (complaints: string, id: string): string =>
  complaints.split('\n').find((line) => line.includes(id)) ?? 'no such line';

describe('alerts list, over three tenants of which each has trouble', () => {
  it('prints the alerts of what can be read, says of each subscription what came of it, and ends with 3', async () => {
    const outcome = await azure.list();
    expect(outcome.code).toBe(3);
    expect(settledIn(outcome)).toEqual(
      [
        `ok ${production.subscriptionId}`,
        `ok ${estate.subscriptionId}`,
        `forbidden ${payroll}`,
        `ok ${shop.subscriptionId}`,
        `notRegistered ${sandbox}`,
        `throttled ${throttled}`,
        `ok ${ferries}`,
        `notAzure ${behindProxy}`,
      ].sort(),
    );
    expect(lineOf(outcome.complaints, ferries)).toMatch(
      /^ok \S+ "Ferries Booking" 130 alerts, 1 page, after \d+\.\d s$/,
    );
    expect(lineOf(outcome.complaints, estate.subscriptionId)).toContain(' 250 alerts, 2 pages,');
    expect(lineOf(outcome.complaints, payroll!)).toContain('no access: Security Reader is missing. Ask an owner');
    const rows = rowsOf(outcome);
    expect(lastLineOf(outcome)).toMatch(
      `partial: ${String(rows.length)} alerts of 4 subscriptions, 4 subscriptions could not be read, `,
    );
    expect(new Set(rows.map(({ id }) => id.split('/')[2]))).toEqual(
      new Set([production.subscriptionId, estate.subscriptionId, shop.subscriptionId, ferries]),
    );
  });

  it('prints each alert whole, as Azure sent it', async () => {
    const outcome = await azure.list(['--subscription', shop.subscriptionId]);
    const path = `/subscriptions/${shop.subscriptionId}/providers/Microsoft.Security/alerts?api-version=2022-01-01`;
    const { body } = await ask(azure.server, path, sampleToken(harbour));
    expect(rowsOf(outcome)).toEqual((JSON.parse(body) as { value: unknown }).value);
  });

  it('ends with 0 when everything that was asked for was read', async () => {
    const outcome = await azure.list(['--subscription', `${ferries},${shop.subscriptionId.toUpperCase()}`]);
    expect(outcome.code).toBe(0);
    expect(lastLineOf(outcome)).toMatch(/^complete: 153 alerts of 2 subscriptions, \d+\.\d s$/);
  });

  it('ends with 2 when nothing was read', async () => {
    const outcome = await azure.list(['--subscription', payroll!, '--subscription', behindProxy]);
    expect(outcome).toMatchObject({ code: 2, output: '' });
    expect(lastLineOf(outcome)).toMatch(
      /^nothing read: 0 alerts of 0 subscriptions, 2 subscriptions could not be read/,
    );
  });

  it('says which of the subscriptions that were asked for the sign-in does not reach', async () => {
    expect(await azure.list(['--subscription', absent])).toMatchObject({ code: 2, output: '' });
    const outcome = await azure.list(['--subscription', absent, '--subscription', ferries]);
    expect(outcome.code).toBe(3);
    expect(settledIn(outcome)).toEqual([`ok ${ferries}`, `subscriptionUnavailable ${absent}`]);
  });

  it('asks only the tenants that are named, and says which of them could not be asked', async () => {
    const outcome = await azure.list(['--tenant', fjord, '--tenant', absent]);
    expect(outcome.code).toBe(3);
    expect(settledIn(outcome)).toEqual([`notAzure ${behindProxy}`, 'notSignedIn tenant', `ok ${ferries}`]);
    expect(lineOf(outcome.complaints, absent)).toContain(
      `notSignedIn tenant ${absent} the tenant was not found (AADSTS90002). `,
    );
    expect(lastLineOf(outcome)).toContain('1 tenant could not be asked');
  });

  it('prints only alerts of the wanted status and severity, and says of how many', async () => {
    const outcome = await azure.list(['--tenant', nordlicht, '--status', 'active,inprogress', '--severity', 'HIGH']);
    const rows = rowsOf(outcome) as unknown as { properties: { status: string; severity: string } }[];
    expect(rows.length).toBeGreaterThan(5);
    for (const { properties } of rows) expect(['Active', 'InProgress']).toContain(properties.status);
    expect(new Set(rows.map(({ properties }) => properties.severity))).toEqual(new Set(['High']));
    expect(lineOf(outcome.complaints, production.subscriptionId)).toMatch(/" \d\d of 74 alerts,/);
  });

  it('gives the same alerts through Resource Graph', async () => {
    const only = ['--subscription', `${shop.subscriptionId},${ferries}`];
    const [direct, graph] = [await azure.list(only), await azure.list([...only, '--source', 'graph'])];
    expect(graph.code).toBe(0);
    expect(graph.complaints).toContain(' of Resource Graph, after ');
    const ids = (outcome: Outcome) =>
      rowsOf(outcome)
        .map(({ id }) => id.toLowerCase())
        .sort();
    expect(ids(graph)).toEqual(ids(direct));
  });

  it('as json gives one document in the form of a page, with what came of each subscription', async () => {
    const { output } = await azure.list(['--tenant', fjord, '--format', 'json']);
    expect(JSON.parse(output)).toMatchObject({
      value: { length: 130 },
      subscriptions: expect.arrayContaining([
        expect.objectContaining({ subscriptionId: behindProxy, tenantId: fjord, result: 'notAzure' }),
        expect.objectContaining({
          subscriptionId: ferries,
          result: 'ok',
          alerts: 130,
          shown: 130,
          pages: 1,
          skipped: 0,
        }),
      ]) as unknown,
      failedTenants: [],
    });
  });

  it('as a table gives aligned columns', async () => {
    const { output } = await azure.list(['--subscription', ferries, '--format', 'table']);
    const lines = output.trimEnd().split('\n');
    expect(lines).toHaveLength(131);
    const idAt = lines[0]!.indexOf('Id');
    for (const line of lines.slice(1)) expect(line.slice(idAt)).toMatch(/^\d{19}_[0-9a-f-]{36}$/);
  });
});

describe('alerts list, where rows of the list of subscriptions name none', () => {
  it('says so, and that what is printed is a part', async () => {
    const faults: Faults = ({ url }) =>
      /\/subscriptions\?/.test(url)
        ? { kind: 'rewrite', rewrite: (body) => ({ ...body, value: [...(body['value'] as unknown[]), null] }) }
        : undefined;
    const partly = await startAlertsProgram(built, { faults });
    try {
      const outcome = await partly.list(['--tenant', fjord, '--subscription', ferries, '--format', 'json']);
      expect(outcome.code).toBe(3);
      expect(outcome.complaints).toContain(`unreadable 1 row of the list of subscriptions of tenant ${fjord}: `);
      expect(lastLineOf(outcome)).toContain('1 row of the lists of tenants and subscriptions could not be read');
      expect(JSON.parse(outcome.output)).toMatchObject({ unreadableRows: [{ tenantId: fjord, rows: 1 }] });
    } finally {
      await partly.close();
    }
  });
});

describe('alerts list, signing in', () => {
  it('with a wrong secret reads nothing and gives the number to look up', async () => {
    const environment = { ...azure.environment, AZURE_CLIENT_SECRET: `not-${applicationSecret}`.slice(0, 9) };
    const outcome = await azure.list([], { environment });
    expect(outcome).toMatchObject({ code: 2, output: '' });
    expect(outcome.complaints).toContain('notSignedIn subscriptions the client secret is wrong (AADSTS7000215). ');
    expect(lastLineOf(outcome)).toMatch(/^nothing read/);
  });

  it('with a variable missing says which', async () => {
    const environment = { ...azure.environment, AZURE_CLIENT_ID: '' };
    expect((await azure.list([], { environment })).complaints).toContain(
      'AZURE_CLIENT_ID is not set (AZURE_CLIENT_ID_missing). Check AZURE_TENANT_ID',
    );
  });

  it('says so when the certificate of Azure is not trusted, and sends nothing', async () => {
    const environment = { ...azure.environment, NODE_EXTRA_CA_CERTS: '' };
    const before = azure.server.requests.length;
    const outcome = await azure.list([], { environment });
    expect(outcome.code).toBe(2);
    expect(outcome.complaints).toMatch(/^untrusted subscriptions certificate not trusted.*NODE_EXTRA_CA_CERTS/);
    expect(azure.server.requests).toHaveLength(before);
  });
});
