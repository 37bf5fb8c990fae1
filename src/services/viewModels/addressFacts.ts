import { displayLabel } from '../../domain/displayText.ts';
import { isJsonObject, ownString, ownValue, type JsonObject } from '../../domain/json.ts';

/** City, state and country of an IP entity's location, as far as the service knows them; else empty. */
export function placeOf(location: JsonObject): string {
  const parts = [ownString(location, 'city'), ownString(location, 'state'), country(location)];
  const distinct = parts.filter((part, index) => part !== undefined && parts.indexOf(part) === index);
  return displayLabel(distinct.join(', '));
}

function country(location: JsonObject): string | undefined {
  return ownString(location, 'countryName') ?? ownString(location, 'countryCode');
}

/** Who runs the network that an address belongs to: "Example Telecom (AS64500)"; else empty. */
export function networkOf(location: JsonObject): string {
  const asn = ownValue(location, 'asn');
  const number = typeof asn === 'number' || (typeof asn === 'string' && asn !== '') ? `AS${String(asn)}` : undefined;
  const owner =
    ownString(location, 'organization') ?? ownString(location, 'carrier') ?? ownString(location, 'cloudProvider');
  if (owner === undefined) return displayLabel(number ?? '');
  return displayLabel(number === undefined ? owner : `${owner} (${number})`);
}

export function locationOf(properties: JsonObject): JsonObject | undefined {
  const location = ownValue(properties, 'location') ?? ownValue(properties, 'Location');
  return isJsonObject(location) ? location : undefined;
}
