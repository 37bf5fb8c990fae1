import { production, shop } from '../directory.ts';
import { cloudAccount, ip } from '../wire/entities.ts';
import type { Place, ThreatIntelligence } from '../wire/entities.ts';
import type { EntityDraft } from '../wire/entityDraft.ts';

/**
 * People and addresses that appear in the stories. The addresses are from the ranges set aside for documentation and
 * the network numbers too, so that no story points at a real machine.
 */

function place(
  city: string,
  state: string,
  countryCode: string,
  countryName: string,
  longitude: number,
  latitude: number,
): Place {
  return { countryCode, countryName, state, city, longitude, latitude, asn: 64_500, carrier: 'Example Carrier' };
}

const rotterdam = place('Rotterdam', 'South Holland', 'NL', 'Netherlands', 4.48, 51.92);
const montreal = place('Montreal', 'Quebec', 'CA', 'Canada', -73.57, 45.5);
const reykjavik = place('Reykjavik', 'Capital Region', 'IS', 'Iceland', -21.94, 64.15);
const auckland = place('Auckland', 'Auckland', 'NZ', 'New Zealand', 174.76, -36.85);

/** Where an otherwise unknown source is: always the same place for the same number. */
export function placeOf(source: number): Place {
  return [rotterdam, montreal, reykjavik][source % 4] ?? auckland;
}

function rumour(threatType: string, threatName: string, confidence: number): ThreatIntelligence {
  return {
    providerName: 'Example Threat Feed',
    threatType,
    threatName,
    confidence,
    reportLink: `https://intelligence.example/reports/${threatName.toLowerCase()}`,
    threatDescription: `Address seen as part of ${threatName}.`,
  };
}

/**
 * Attackers, each at the address with the given last number. Every story has addresses of its own: one address in two
 * stories would be one attacker to whoever correlates them.
 */
export function guesserAt(host: number): EntityDraft {
  return ip(`203.0.113.${String(host)}`, rotterdam, [rumour('BruteForce', 'NightKnock', 0.9)]);
}

export function controlServerAt(host: number): EntityDraft {
  return ip(`198.51.100.${String(host)}`, reykjavik, [rumour('CommandAndControl', 'PaperLantern', 0.85)]);
}

export function scannerAt(host: number): EntityDraft {
  return ip(`203.0.113.${String(host)}`, montreal);
}

export function thiefAt(host: number): EntityDraft {
  return ip(`198.51.100.${String(host)}`, auckland);
}

export function anonymityExitAt(host: number): EntityDraft {
  return ip(`192.0.2.${String(host)}`, reykjavik, [rumour('Proxy', 'HiddenHallway', 0.7)]);
}

export const partnerOffice = ip('192.0.2.18', rotterdam);

export const nightOperator = cloudAccount('night-operator@nordlicht.example', production.tenant.tenantId);
export const platformOperator = cloudAccount('platform-operator@nordlicht.example', production.tenant.tenantId);
export const formerColleague = cloudAccount('former-contractor@nordlicht.example', production.tenant.tenantId);
export const deployer = cloudAccount('svc-deploy@nordlicht.example', production.tenant.tenantId);
export const shopOperator = cloudAccount('shop-operator@harbour.example', shop.tenant.tenantId);
