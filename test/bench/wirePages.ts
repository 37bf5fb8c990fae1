/** 2026-03-02T10:00:00Z in .NET ticks before DateTime.MaxValue, from which an alert's name is made. */
const maximumTicks = 3_155_378_975_999_999_999n;
const epochTicks = 621_355_968_000_000_000n;
const firstStart = Date.UTC(2026, 2, 2, 10);

const intents = [
  'PreAttack',
  'InitialAccess',
  'Execution',
  'Persistence',
  'LateralMovement',
  'Exfiltration',
  'Unknown',
];
const severities = ['High', 'Medium', 'Low', 'Informational'];

/** Bodies of the pages that a subscription with `count` alerts would be listed in; 100 alerts a page, as the service. */
export function* wirePages(subscriptionId: string, count: number, perPage = 100): Generator<string, undefined> {
  for (let first = 0; first < count; first += perPage) {
    const last = Math.min(count, first + perPage);
    const value = Array.from({ length: last - first }, (_, index) => wireAlert(subscriptionId, first + index));
    const base = `https://management.azure.com/subscriptions/${subscriptionId}/providers/Microsoft.Security/alerts`;
    const nextLink = last < count ? { nextLink: `${base}?api-version=2022-01-01&%24skiptoken=${String(last)}` } : {};
    yield JSON.stringify({ value, ...nextLink });
  }
  return undefined;
}

/** An alert with the weight of a real one: about 4 KB of JSON, a process tree, an account and an address. */
function wireAlert(subscriptionId: string, index: number): unknown {
  const start = firstStart + index * 61_000;
  const startTimeUtc = new Date(start).toISOString();
  const guid = `${index.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
  const name = `${String(maximumTicks - (epochTicks + BigInt(start) * 10_000n))}_${guid}`;
  const machine = `vm-${String(index % 700)}`;
  const resource = `/subscriptions/${subscriptionId}/resourceGroups/estate/providers/Microsoft.Compute/virtualMachines/${machine}`;
  const id = (n: number): string => `westeurope_${String(index * 10 + n)}`;
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/estate/providers/Microsoft.Security/locations/westeurope/alerts/${name}`,
    name,
    type: 'Microsoft.Security/Locations/alerts',
    properties: {
      status: 'Active',
      timeGeneratedUtc: startTimeUtc,
      processingEndTimeUtc: startTimeUtc,
      version: '2022-01-01.0',
      vendorName: 'Microsoft',
      productName: 'Microsoft Defender for Cloud',
      alertType: `VM_Bench${String(index % 45)}`,
      startTimeUtc,
      endTimeUtc: startTimeUtc,
      severity: severities[index % severities.length],
      isIncident: false,
      systemAlertId: name,
      intent: intents[index % intents.length],
      resourceIdentifiers: [
        { $id: id(1), azureResourceId: resource, type: 'AzureResource', azureResourceTenantId: subscriptionId },
      ],
      compromisedEntity: machine,
      alertDisplayName: `Unusual process tree on a server, variant ${String(index % 45)}`,
      description: `A process that is seldom seen on ${machine} started another and opened a connection. `.repeat(6),
      remediationSteps: [
        `1. Find out who is responsible for ${machine} and whether the work was planned.`,
        '2. Compare the process tree below with what the server is meant to run.',
        '3. Take the server off the network when nobody can explain it, and keep its disk for the investigation.',
      ],
      extendedProperties: Object.fromEntries(
        Array.from({ length: 10 }, (_, n) => [`fact ${String(n)}`, `value ${String(n)} of alert ${String(index)}`]),
      ),
      entities: [
        { $id: id(2), resourceId: resource, type: 'azure-resource' },
        { $id: id(3), hostName: machine, azureID: resource, osFamily: 'Linux', type: 'host' },
        { $id: id(4), name: `operator${String(index % 90)}`, host: { $ref: id(3) }, type: 'account' },
        { $id: id(5), directory: '/usr/local/bin', name: `tool-${String(index % 300)}`, type: 'file' },
        {
          $id: id(6),
          processId: `0x${index.toString(16)}`,
          commandLine: `/usr/local/bin/tool-${String(index % 300)} --run ${guid}`,
          creationTimeUtc: startTimeUtc,
          imageFile: { $ref: id(5) },
          account: { $ref: id(4) },
          host: { $ref: id(3) },
          type: 'process',
        },
        {
          $id: id(7),
          address: `203.0.113.${String(index % 250)}`,
          location: {
            countryCode: 'XX',
            countryName: 'Nowhere',
            city: 'Port',
            longitude: 1.5,
            latitude: 2.5,
            asn: 64500,
          },
          type: 'ip',
        },
      ],
      alertUri: `https://portal.azure.com/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade/alertId/${name}/subscriptionId/${subscriptionId}`,
    },
  };
}
