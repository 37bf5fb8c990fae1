import { sampleClient, testNow } from './sampleClient.ts';
import type { Answered } from './publishedDescription.ts';

const arm = 'https://management.azure.com';
const unknown = '00000000-0000-4000-a000-000000000000';

interface ListBody {
  readonly value: readonly { readonly id: string }[];
  readonly nextLink?: string;
}

/**
 * A walk through everything that the sample environment answers, in both versions of the alerts API: each list to its
 * last page, each alert, each change, the rules, the simulation, Resource Graph, and every kind of error.
 */
export async function tourOfEverything(): Promise<readonly Answered[]> {
  const client = sampleClient({ now: testNow });
  const answers: Answered[] = [];
  const visit = async (method: string, path: string, body?: unknown): Promise<string> => {
    const url = new URL(path, arm).href;
    const response = await client.send(method, url, body);
    answers.push({ method, url, status: response.status, body: response.body });
    return response.body;
  };
  const visitList = async (path: string): Promise<readonly string[]> => {
    const { value = [], nextLink } = JSON.parse(await visit('GET', path)) as Partial<ListBody>;
    const ids = value.map(({ id }) => id);
    return nextLink === undefined ? ids : [...ids, ...(await visitList(nextLink))];
  };

  await visit('GET', '/tenants?api-version=2022-12-01');
  const subscriptions = await visitList('/subscriptions?api-version=2022-12-01');
  for (const subscription of [...subscriptions, `/subscriptions/${unknown}`]) {
    const security = `${subscription}/providers/Microsoft.Security`;
    await visit('GET', `${subscription}?api-version=2022-12-01`);
    for (const version of ['2021-11-01', '2022-01-01']) {
      const ids = await visitList(`${security}/alerts?api-version=${version}`);
      const scopes = new Set(ids.map((id) => id.replace(/\/alerts\/.*$/, '')));
      for (const scope of [...scopes].slice(0, 5)) {
        await visitList(`${scope}/alerts?api-version=${version}`);
        await visitList(`${scope.replace(/\/locations\/.*$/, '')}/alerts?api-version=${version}`);
      }
      for (const id of ids.filter((_, index) => index % 13 === 0)) {
        await visit('GET', `${id}?api-version=${version}`);
        for (const verb of ['dismiss', 'resolve', 'activate'])
          await visit('POST', `${id}/${verb}?api-version=${version}`);
      }
      for (const id of ids.slice(0, 3)) await visit('POST', `${id}/inProgress?api-version=2022-01-01`);
      await visit('GET', `${security}/locations/westeurope/alerts/unknown?api-version=${version}`);
    }
    await visit(
      'GET',
      `${subscription}/resourceGroups/unknown/providers/Microsoft.Security/alerts?api-version=2022-01-01`,
    );
    await tourOfRules(security, visit);
    await visit('POST', `${security}/locations/centralus/alerts/default/simulate?api-version=2022-01-01`, {
      properties: { kind: 'Bundles', bundles: ['KeyVaults', 'DNS'] },
    });
    await visitList(`${security}/alerts?api-version=2022-01-01`);
  }
  await tourOfResourceGraph(visit);
  return answers;
}

type Visit = (method: string, path: string, body?: unknown) => Promise<string>;

async function tourOfRules(security: string, visit: Visit): Promise<void> {
  const rule = `${security}/alertsSuppressionRules/night-shift?api-version=2019-01-01-preview`;
  await visit('GET', rule);
  await visit('PUT', rule, {
    properties: {
      alertType: 'VM_SshBruteForceFailed',
      reason: 'FalsePositive',
      state: 'Enabled',
      comment: 'Load test',
      suppressionAlertsScope: { allOf: [{ field: 'entities.ip.address', in: ['192.0.2.1'] }] },
    },
  });
  await visit('GET', rule);
  await visit('GET', `${security}/alertsSuppressionRules?api-version=2019-01-01-preview`);
  await visit('DELETE', rule);
}

async function tourOfResourceGraph(visit: Visit): Promise<void> {
  for (const version of ['2021-03-01', '2022-10-01']) {
    const path = `/providers/Microsoft.ResourceGraph/resources?api-version=${version}`;
    const query = "securityresources | where type =~ 'microsoft.security/locations/alerts' | project id, properties";
    await visit('POST', path, { query, options: { $top: 50, resultFormat: 'objectArray' } });
    await visit('POST', path, { query, options: { resultFormat: 'table' } });
    await visit('POST', path, { query: 'securityresources | join kind=inner x' });
  }
}
