import { composeAlert } from '../wire/composeAlert.ts';
import { composeIncident } from '../wire/composeIncident.ts';
import { clusterTakeover } from './clusterTakeover.ts';
import { depotBreach } from './depotBreach.ts';
import { dnsTunnel } from './dnsTunnel.ts';
import { everydayProduction } from './everydayProduction.ts';
import { everydayShop } from './everydayShop.ts';
import { fleetNoise } from './fleetNoise.ts';
import { floodOnShop } from './floodOnShop.ts';
import { injectionInShop } from './injectionInShop.ts';
import { leakedShopKeys } from './leakedShopKeys.ts';
import { managementChannel } from './managementChannel.ts';
import { poisonedShare } from './poisonedShare.ts';
import { postgresForReports } from './postgresForReports.ts';
import { publicContainer } from './publicContainer.ts';
import { ransomwareOnFileServer } from './ransomwareOnFileServer.ts';
import { sshToMiner } from './sshToMiner.ts';
import { stolenSession } from './stolenSession.ts';
import { webShellOnBooking } from './webShellOnBooking.ts';
import type { AlertDraft, IncidentDraft, Story } from '../wire/alertDraft.ts';
import type { SampleAlert } from '../wire/sampleAlert.ts';

/** The written stories: what a person sees in the demonstration. */
export const writtenStories: readonly Story[] = [
  sshToMiner,
  ransomwareOnFileServer,
  webShellOnBooking,
  clusterTakeover,
  publicContainer,
  injectionInShop,
  stolenSession,
  leakedShopKeys,
  postgresForReports,
  floodOnShop,
  dnsTunnel,
  poisonedShare,
  managementChannel,
  depotBreach,
  everydayProduction,
  everydayShop,
];

/**
 * All alerts and incidents of the sample environment, with their times and ids.
 * @param now epoch milliseconds
 */
export function composeScenarios(now: number): readonly SampleAlert[] {
  return [...writtenStories, fleetNoise].flatMap((told) => [
    ...told.alerts.map((draft) => composeAlert(draft, now)),
    ...(told.incidents ?? []).map((incident) => composeIncident(incident, membersOf(incident, told), now)),
  ]);
}

/** Oldest first. @throws RangeError when an incident names an alert that its story does not tell */
function membersOf(incident: IncidentDraft, told: Story): readonly AlertDraft[] {
  const listed = incident.members.map((key) => {
    const member = told.alerts.find((alert) => alert.key === key);
    if (member === undefined) throw new RangeError(`No alert ${key} in the story of ${incident.key}`);
    return member;
  });
  return [...(incident.missing ?? []), ...listed];
}
