import type { Json, JsonObject } from '../../domain/json.ts';
import { isJsonObject, ownValue } from '../../domain/json.ts';

/** Real alerts nest five levels deep. What lies deeper stays as it is, so that no row can exhaust the stack. */
const deepest = 100;

/** As the alerts API writes it; Resource Graph writes types in lower case. */
const alertType = 'Microsoft.Security/Locations/alerts';

/**
 * A row of Resource Graph as the alerts API would send that alert: pure and total. Keys of `properties` begin with a
 * capital in Resource Graph and with a small letter in the alerts API, at every depth, those of the dictionaries of
 * extended properties included. Values stay as they are. What is no row of an alert is given back as it is, for
 * `mapAlert` to count.
 */
export function graphRowToArmAlert(row: Json): Json {
  if (!isJsonObject(row)) return row;
  const own = (name: string): JsonObject => {
    const value = ownValue(row, name);
    return value === undefined ? {} : { [name]: value };
  };
  const properties = ownValue(row, 'properties');
  return {
    ...own('id'),
    ...own('name'),
    type: alertType,
    ...(properties === undefined ? {} : { properties: withSmallKeys(properties, 0) }),
  };
}

function withSmallKeys(value: Json, depth: number): Json {
  if (typeof value !== 'object' || value === null || depth === deepest) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((element) => withSmallKeys(element, depth + 1));
  return renamed(value as JsonObject, depth);
}

/** fromEntries defines own properties, so that a hostile "__proto__" stays a name like any other. */
function renamed(object: JsonObject, depth: number): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      const small = startingSmall(key);
      // Where both spellings are there, renaming one would lose the other.
      const name = small !== key && Object.hasOwn(object, small) ? key : small;
      return [name, value === undefined ? value : withSmallKeys(value, depth + 1)];
    }),
  );
}

/** Letters that become two when they are made small stay. */
function startingSmall(key: string): string {
  const first = key.charAt(0);
  const small = first.toLowerCase();
  return small === first || small.length !== 1 ? key : small + key.slice(1);
}
