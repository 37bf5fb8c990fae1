/** What a person sets in a suppression rule. */
export interface SuppressionRuleProperties {
  readonly alertType: string;
  readonly reason: string;
  readonly state: string;
  readonly comment?: string;
  readonly expirationDateUtc?: string;
  readonly suppressionAlertsScope?: unknown;
}

export interface SuppressionRule {
  readonly subscriptionId: string;
  readonly name: string;
  readonly properties: SuppressionRuleProperties;
}

/** The suppression rules of a session, per subscription, found by name without regard to case. */
export class SuppressionRuleStore {
  private readonly rules = new Map<string, SuppressionRule>();

  list(subscriptionId: string): readonly SuppressionRule[] {
    return [...this.rules.values()].filter((rule) => rule.subscriptionId === subscriptionId);
  }

  find(subscriptionId: string, name: string): SuppressionRule | undefined {
    return this.rules.get(keyOf(subscriptionId, name));
  }

  put(rule: SuppressionRule): void {
    this.rules.set(keyOf(rule.subscriptionId, rule.name), rule);
  }

  delete(subscriptionId: string, name: string): void {
    this.rules.delete(keyOf(subscriptionId, name));
  }
}

function keyOf(subscriptionId: string, name: string): string {
  return `${subscriptionId}/${name.toLowerCase()}`;
}
