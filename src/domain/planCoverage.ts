/** Which plans of Defender for Cloud are on in a subscription: only these raise alerts. */
export interface PlanCoverage {
  readonly plans: readonly DefenderPlan[];
}

export interface DefenderPlan {
  /** As the service calls it: `VirtualMachines`. */
  readonly name: string;
  readonly enabled: boolean;
  /** Replaced by another plan. */
  readonly deprecated?: boolean;
}

/** Plans that assess and inventory, and never raise an alert. */
const withoutAlerts = new Set(['cloudposture', 'foundationalcspm', 'discovery']);

/** The plans that raise alerts when they are on; of those that were replaced, only where they are still on. */
export function alertPlans({ plans }: PlanCoverage): readonly DefenderPlan[] {
  return plans.filter(
    ({ name, enabled, deprecated }) => !withoutAlerts.has(name.toLowerCase()) && (enabled || deprecated !== true),
  );
}

/** True when no plan can raise an alert, so that a list without alerts says nothing. */
export function isDefenderOff(coverage: PlanCoverage): boolean {
  return alertPlans(coverage).every(({ enabled }) => !enabled);
}
