import type { Account, FileFact } from './actor.ts';
import { makeApplication, makeFile, makeLocalAccount, makeUser, publicAddress, word } from './actor.ts';
import type { Detector, ResourceKind } from './detector.ts';
import { resourceKinds } from './detector.ts';
import type { Habits } from './habits.ts';
import type { Random } from './random.ts';

export interface Tenant {
  readonly id: string;
  readonly domain: string;
  readonly nat: readonly string[];
  /** An egress address that carries traffic only from `since` (a share of the span) on. */
  readonly newNat: { readonly ip: string; readonly since: number };
  readonly admins: readonly Account[];
  readonly automation: readonly Account[];
  readonly users: readonly Account[];
  /** By kind; the subscriptions themselves are resources too. */
  readonly resources: Readonly<Record<ResourceKind, Resource[]>>;
}

export interface Resource {
  readonly kind: ResourceKind;
  readonly id: string;
  readonly name: string;
  readonly tenant: Tenant;
  readonly subscriptionId: string;
  readonly group: string;
  readonly location: string;
  readonly privateIp: string;
  readonly publicIp: string;
  readonly owner: Account;
  readonly localAccount: Account;
  readonly nat: string;
  readonly usualFile: FileFact;
  /** What it raises again and again without an attack. */
  readonly usualDetectors: readonly Detector[];
}

export interface Estate {
  readonly tenants: readonly Tenant[];
  readonly resources: readonly Resource[];
  /** Running sums of the resources' rates, to draw one in proportion. */
  readonly cumulativeRates: Float64Array;
  readonly scanners: readonly string[];
  readonly proxies: readonly string[];
  readonly commonFiles: readonly FileFact[];
}

const providers: Readonly<Record<ResourceKind, string>> = {
  machine: 'Microsoft.Compute/virtualMachines',
  database: 'Microsoft.Sql/servers',
  storage: 'Microsoft.Storage/storageAccounts',
  vault: 'Microsoft.KeyVault/vaults',
  app: 'Microsoft.Web/sites',
  cluster: 'Microsoft.ContainerService/managedClusters',
  cosmos: 'Microsoft.DocumentDB/databaseAccounts',
  model: 'Microsoft.CognitiveServices/accounts',
  gateway: 'Microsoft.ApiManagement/service',
  subscription: '',
};
const locations = ['westeurope', 'centralus', 'eastus', 'northeurope', 'southeastasia', 'uksouth'];

/** Tenants with their people, egress addresses and about `count` resources. */
export function buildEstate(
  random: Random,
  habits: Habits,
  count: number,
  byKind: ReadonlyMap<ResourceKind, readonly Detector[]>,
): Estate {
  const tenants = Array.from({ length: habits.tenants }, () => makeTenant(random, habits, count));
  const tenantWeights = tenants.map(() => random.magnitude(0.3, 3));
  const kindWeights = resourceKinds.map((kind) => (kind === 'subscription' ? 0 : random.magnitude(0.4, 3)));
  const commonFiles = Array.from({ length: habits.commonFiles }, () => makeFile(random));
  const scopes = tenants.map((tenant) =>
    makeScopes(random, habits, tenant, byKind.get('subscription') ?? [], commonFiles),
  );
  const resources = tenants.flatMap((tenant) => tenant.resources.subscription);
  const usable = resourceKinds.map((kind, index) =>
    (byKind.get(kind)?.length ?? 0) > 0 ? (kindWeights[index] ?? 0) : 0,
  );
  while (resources.length < count) {
    const at = random.weighted(tenantWeights);
    const kind = resourceKinds[random.weighted(usable)] ?? 'machine';
    const tenant = tenants[at];
    const scope = random.pick(scopes[at] ?? []);
    if (tenant === undefined) continue;
    const resource = makeResource(random, kind, tenant, scope, byKind.get(kind) ?? [], commonFiles);
    tenant.resources[kind].push(resource);
    resources.push(resource);
  }
  return {
    tenants,
    resources,
    cumulativeRates: cumulative(
      resources.map(() => Math.min(2, Math.max(0.02, random.logNormal(habits.rate, habits.rateSigma)))),
    ),
    scanners: Array.from({ length: habits.scanners }, () => publicAddress(random)),
    proxies: Array.from({ length: habits.proxies }, () => publicAddress(random)),
    commonFiles,
  };
}

function makeTenant(random: Random, habits: Habits, resourceCount: number): Tenant {
  const domain = `${word(random)}.example`;
  const users = Math.ceil(resourceCount / habits.tenants / random.magnitude(0.7, 12)) + 3;
  return {
    id: random.guid(),
    domain,
    nat: Array.from({ length: habits.natPerTenant }, () => publicAddress(random)),
    newNat: { ip: publicAddress(random), since: random.between(0.3, 0.8) },
    admins: Array.from({ length: habits.adminsPerTenant }, () => makeUser(random, domain)),
    automation: Array.from({ length: habits.automationPerTenant }, () => makeApplication(random, domain)),
    users: Array.from({ length: users }, () => makeUser(random, domain)),
    resources: Object.fromEntries(resourceKinds.map((kind) => [kind, [] as Resource[]])) as Record<
      ResourceKind,
      Resource[]
    >,
  };
}

interface Scope {
  readonly subscriptionId: string;
  readonly group: string;
  readonly location: string;
  readonly subnet: string;
}

/** Resource groups of a tenant, each with a private network that others use as well; adds the subscriptions. */
function makeScopes(
  random: Random,
  habits: Habits,
  tenant: Tenant,
  detectors: readonly Detector[],
  commonFiles: readonly FileFact[],
): readonly Scope[] {
  const subscriptions = Array.from({ length: habits.subscriptionsPerTenant }, () => random.guid());
  for (const subscriptionId of subscriptions) {
    const scope = { subscriptionId, group: '', location: random.pick(locations), subnet: '10.0.0' };
    tenant.resources.subscription.push(makeResource(random, 'subscription', tenant, scope, detectors, commonFiles));
  }
  return Array.from({ length: subscriptions.length * random.integer(1, 6) }, () => ({
    subscriptionId: random.pick(subscriptions),
    group: `rg-${word(random)}`,
    location: random.pick(locations),
    subnet: `10.${random.integer(0, 2)}.${random.integer(0, Math.max(1, 40 - habits.networks))}`,
  }));
}

function makeResource(
  random: Random,
  kind: ResourceKind,
  tenant: Tenant,
  { subscriptionId, group, location, subnet }: Scope,
  detectors: readonly Detector[],
  commonFiles: readonly FileFact[],
): Resource {
  const name = kind === 'subscription' ? subscriptionId : `${kind.slice(0, 2)}${word(random)}${random.hex(4)}`;
  const root = `/subscriptions/${subscriptionId}`;
  return {
    kind,
    id: kind === 'subscription' ? root : `${root}/resourceGroups/${group}/providers/${providers[kind]}/${name}`,
    name,
    tenant,
    subscriptionId,
    group,
    location,
    privateIp: `${subnet}.${random.integer(4, 250)}`,
    publicIp: publicAddress(random),
    owner: random.pick(random.chance(0.15) ? tenant.admins : tenant.users),
    localAccount: makeLocalAccount(random),
    nat: random.pick(tenant.nat),
    usualFile: random.chance(0.4) ? random.pick(commonFiles) : makeFile(random),
    usualDetectors: Array.from({ length: random.integer(1, 3) }, () => random.pick(detectors)),
  };
}

function cumulative(values: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(values, (value) => (sum += value));
}

/** A resource in proportion to its rate. */
export function busyResource(random: Random, { resources, cumulativeRates }: Estate): Resource {
  const wanted = random.unit() * (cumulativeRates.at(-1) ?? 0);
  let [low, high] = [0, cumulativeRates.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulativeRates[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  const resource = resources[low];
  if (resource === undefined) throw new Error('An estate has resources');
  return resource;
}
