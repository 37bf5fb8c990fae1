import type { Json, JsonObject } from '../../../src/domain/json.ts';

/** An alert of the alerts API as Resource Graph would have it: capitals in `properties`, and columns of its own. */
export function asGraphRow(alert: JsonObject): JsonObject {
  const id = typeof alert['id'] === 'string' ? alert['id'] : '';
  return {
    id,
    name: alert['name'],
    type: 'microsoft.security/locations/alerts',
    subscriptionId: /\/subscriptions\/([^/]+)/i.exec(id)?.[1]?.toLowerCase() ?? '',
    properties: withCapitalKeys(alert['properties']),
  };
}

export function withCapitalKeys(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[]).map((each) => withCapitalKeys(each) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.charAt(0).toUpperCase() + key.slice(1), withCapitalKeys(inner)]),
  );
}
