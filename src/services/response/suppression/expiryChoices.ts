const day = 86_400_000;

interface ExpiryChoice {
  readonly label: string;
  /** Epoch milliseconds UTC. */
  readonly expires: number;
}

/** Days after which a rule ends when nobody says otherwise: a quarter, so that somebody looks at it again. */
const usualDays = 90;

/** When a rule may end, the usual first. A rule without an end is not offered. */
export function expiryChoices(now: number): readonly ExpiryChoice[] {
  return [usualDays, 7, 30, 180, 365].map((days) => ({ label: `In ${String(days)} days`, expires: now + days * day }));
}
