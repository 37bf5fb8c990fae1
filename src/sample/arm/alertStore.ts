import type { SampleStatus } from '../wire/alertDraft.ts';
import type { SampleAlert } from '../wire/sampleAlert.ts';

/** Which alerts a path speaks of. Regions and groups are compared without regard to case, as ARM does. */
export interface AlertScope {
  readonly subscriptionId: string;
  readonly resourceGroup?: string | undefined;
  readonly region?: string | undefined;
}

/** The alerts of a session. Changes of state last as long as the session. */
export class AlertStore {
  private about: ReadonlySet<string> | undefined;
  private readonly byName = new Map<string, SampleAlert>();

  constructor(alerts: readonly SampleAlert[]) {
    for (const alert of alerts) this.add(alert);
  }

  add(alert: SampleAlert): void {
    this.about = undefined;
    this.byName.set(alert.name, alert);
  }

  /** In ascending order of name: newest first. */
  list(scope: AlertScope): readonly SampleAlert[] {
    return [...this.byName.values()]
      .filter((alert) => isWithin(alert, scope))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** An alert of a resource group is found through its subscription too, but not through another group. */
  find(scope: AlertScope, name: string): SampleAlert | undefined {
    const alert = this.byName.get(name);
    return alert !== undefined && isWithin(alert, scope) ? alert : undefined;
  }

  /** True for a resource that an alert names. */
  isAbout(resourceId: string): boolean {
    this.about ??= new Set(
      [...this.byName.values()].flatMap((alert) =>
        alert.resourceIdentifiers.flatMap(({ azureResourceId }) => azureResourceId?.toLowerCase() ?? []),
      ),
    );
    return this.about.has(resourceId.toLowerCase());
  }

  setStatus(alert: SampleAlert, status: SampleStatus): void {
    this.byName.set(alert.name, { ...alert, status });
  }

  hasResourceGroup(subscriptionId: string, resourceGroup: string): boolean {
    return this.list({ subscriptionId, resourceGroup }).length > 0;
  }
}

function isWithin(alert: SampleAlert, { subscriptionId, resourceGroup, region }: AlertScope): boolean {
  return (
    same(alert.subscriptionId, subscriptionId) &&
    (resourceGroup === undefined || same(alert.resourceGroup, resourceGroup)) &&
    (region === undefined || same(alert.region, region))
  );
}

function same(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}
