import { describe, expect, it } from 'vitest';
import { sampleClient } from './sampleClient.ts';

interface Answer {
  readonly totalRecords: number;
  readonly count: number;
  readonly resultTruncated: string;
  readonly $skipToken?: string;
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
const alerts = "securityresources | where type =~ 'Microsoft.Security/locations/alerts'";

const client = sampleClient();

async function ask(query: string, options: object = {}, subscriptions?: readonly string[]): Promise<Answer> {
  const { status, body } = await client.send('POST', path, {
    query,
    options,
    ...(subscriptions && { subscriptions }),
  });
  if (status !== 200) throw new Error(body);
  return JSON.parse(body) as Answer;
}

describe('Resource Graph', () => {
  it('answers one question for all subscriptions that may be read', async () => {
    const { data } = await ask(`${alerts} | project id, subscriptionId`, { $top: 1000 });
    const subscriptions = new Set(data.map(({ subscriptionId }) => subscriptionId));
    expect(subscriptions.size).toBe(3);
    expect(data.length).toBeGreaterThan(300);
  });

  it('writes the keys of properties with a capital, and the type in lower case', async () => {
    const { data } = await ask(`${alerts} | take 1`);
    expect(data[0]).toMatchObject({ type: 'microsoft.security/locations/alerts' });
    expect(Object.keys(data[0]?.['properties'] as object)).toContain('AlertDisplayName');
  });

  it.each([
    ["where properties.Status in ('Active')", (_: string, status: string) => status === 'Active'],
    [
      "where properties.Severity in~ ('high') and properties.Status != 'Dismissed'",
      (severity: string, status: string) => severity === 'High' && status !== 'Dismissed',
    ],
    ["where properties.Severity == 'Low'", (severity: string) => severity === 'Low'],
  ])('filters: %s', async (filter, matches) => {
    const columns = 'project id, Severity = tostring(properties.Severity), Status = properties.Status';
    const all = (await ask(`${alerts} | ${columns}`, { $top: 1000 })).data;
    const expected = all.filter(({ Severity, Status }) => matches(String(Severity), String(Status)));
    expect((await ask(`${alerts} | ${filter} | ${columns}`, { $top: 1000 })).data).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  it('finds the incidents', async () => {
    expect((await ask(`${alerts} | where tobool(properties.IsIncident) | project id`)).totalRecords).toBe(4);
  });

  it('orders, renames and counts', async () => {
    const { data } = await ask(
      `${alerts} | extend Start = properties.StartTimeUtc | order by Start desc | project Start | take 3`,
    );
    const starts = data.map(({ Start }) => String(Start));
    expect(starts).toEqual([...starts].sort().reverse());
    expect((await ask(`${alerts} | count`)).data).toEqual([{ Count: (await ask(alerts)).totalRecords }]);
  });

  it('pages by skip token when the id is asked for, and says truncated when it is not', async () => {
    const first = await ask(`${alerts} | project id`, { $top: 40 });
    const second = await ask(`${alerts} | project id`, { $top: 40, $skipToken: first.$skipToken });
    expect([first.count, first.resultTruncated, second.count]).toEqual([40, 'false', 40]);
    expect(second.data[0]).not.toEqual(first.data[0]);
    const withoutId = await ask(`${alerts} | project name`, { $top: 40 });
    expect([withoutId.resultTruncated, withoutId.$skipToken]).toEqual(['true', undefined]);
  });

  it('looks only into the subscriptions that were named', async () => {
    expect((await ask(alerts, {}, ['e05d6a3b-9f17-4d82-a6c1-58b2f4091004'])).totalRecords).toBeLessThan(40);
  });

  it('has the plans of Defender beside the alerts, and sums up each subscription', async () => {
    const { data } = await ask(
      `securityresources
      | where type =~ 'microsoft.security/locations/alerts' or (type =~ 'microsoft.security/pricings' and id !contains '/vms/')
      | extend plan = iff(type =~ 'microsoft.security/pricings', strcat(name, ':', tostring(properties.pricingTier)), '')
      | summarize alerts = countif(type =~ 'microsoft.security/locations/alerts'), plans = make_set(plan) by subscriptionId
      | project id = subscriptionId, alerts, plans`,
    );
    expect(data.length).toBe(3);
    expect(data.map(({ alerts }) => Number(alerts)).reduce((a, b) => a + b)).toBe((await ask(alerts)).totalRecords);
    for (const { plans } of data) expect(plans).toContain('VirtualMachines:Standard');
  });

  it('leaves out what may not be read without a word, and refuses when nothing is left', async () => {
    const payroll = 'c83e05b9-72d6-4b1f-b7e4-0d5a61f81003';
    const shop = 'e05d6a3b-9f17-4d82-a6c1-58b2f4091004';
    const both = await ask(alerts, {}, [payroll, shop.toUpperCase()]);
    expect(both.totalRecords).toBe((await ask(alerts, {}, [shop])).totalRecords);
    const { status, body } = await client.send('POST', path, { query: alerts, subscriptions: [payroll] });
    expect([status, body]).toEqual([400, expect.stringContaining('NoValidSubscriptionsInQueryRequest')]);
  });

  it.each([
    'securityresources | join x',
    'securityresources | summarize x = avg(y) by name',
    'resources',
    'securityresources | where a has b',
  ])('refuses what it cannot do: %s', async (query) => {
    expect((await client.send('POST', path, { query })).status).toBe(400);
  });
});
