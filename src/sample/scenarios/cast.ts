import { production, shop } from '../directory.ts';
import { cloudAccount, ip } from '../wire/entities.ts';
import type { Place, ThreatIntelligence } from '../wire/entities.ts';

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

export const guesser = ip('203.0.113.77', rotterdam, [rumour('BruteForce', 'NightKnock', 0.9)]);
export const controlServer = ip('198.51.100.23', reykjavik, [rumour('CommandAndControl', 'PaperLantern', 0.85)]);
export const scanner = ip('203.0.113.140', montreal);
export const thief = ip('198.51.100.201', auckland);
export const anonymityExit = ip('192.0.2.66', reykjavik, [rumour('Proxy', 'HiddenHallway', 0.7)]);
export const partnerOffice = ip('192.0.2.18', rotterdam);

export const nightOperator = cloudAccount('night-operator@nordlicht.example', production.tenant.tenantId);
export const platformOperator = cloudAccount('platform-operator@nordlicht.example', production.tenant.tenantId);
export const formerColleague = cloudAccount('former-contractor@nordlicht.example', production.tenant.tenantId);
export const deployer = cloudAccount('svc-deploy@nordlicht.example', production.tenant.tenantId);
export const shopOperator = cloudAccount('shop-operator@harbour.example', shop.tenant.tenantId);
