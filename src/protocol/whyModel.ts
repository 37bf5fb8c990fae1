import { alertKey } from './checklistModel.ts';
import { entityIcon } from './entityModel.ts';
import { array, boolean, finite, object, oneOf, string, type Guarded } from './schema.ts';
import { severityModel } from './severityModel.ts';

/** An alert at one end of a link; only its title when it is no longer in the list. */
const linkedAlert = object({ title: string }, { alertKey, severity: severityModel });
export type LinkedAlert = Guarded<typeof linkedAlert>;

/** One thing that both alerts name. */
const sharedThing = object({
  icon: entityIcon,
  /** "address", "account" … */
  noun: string,
  name: string,
  /** The whole key, where the name is only its end. */
  key: string,
  /** How many times more likely the sharing is inside one attack than by chance. */
  likelihood: finite,
  /** False for a hub and for what was shared too long ago: named, so that nobody wonders, but it counts for nothing. */
  counts: boolean,
  /** It counts for nothing because it is on the person's stop list. */
  stopped: boolean,
});
export type SharedThing = Guarded<typeof sharedThing>;

const tieFields = {
  strength: oneOf('veryLikely', 'likely', 'possible', 'weak'),
  /** 0 to 1: how likely the two are of one attack, by this alone. */
  probability: finite,
  /** How the later alert stands to the earlier one along the kill chain. */
  stage: oneOf('advances', 'regresses', 'sameDetector', 'level', 'unknown'),
  /** How many times more likely the two detectors speak in one attack than beside each other by chance. */
  company: finite,
  /** What counts first, strongest first. */
  shared: array(sharedThing),
  /** How many more they share than `shared` names. */
  sharedMore: finite,
  actorsDiffer: boolean,
};
const tieDetails = {
  /** Milliseconds between the two, 0 when they overlap; absent when a time is unknown. */
  gap: finite,
};

/** What two alerts have to do with each other, linked or not. */
export const whyTie = object(tieFields, tieDetails);
export type WhyTie = Guarded<typeof whyTie>;

export const whyLink = object(
  {
    from: linkedAlert,
    to: linkedAlert,
    step: oneOf('core', 'secondLook', 'service', 'person', 'repeat'),
    ...tieFields,
  },
  tieDetails,
);
export type WhyLink = Guarded<typeof whyLink>;

/** Why the alerts of an incident are one incident. */
export const whyModel = object({
  sentence: string,
  /** In order of time; a link that goes on from the alert where another ends follows it. */
  links: array(whyLink),
  /** Alerts that say again what another said within the hour: it has the link. */
  repeated: finite,
  /** Alerts that the service put here, and that no link reaches. */
  declaredOnly: finite,
});
export type WhyModel = Guarded<typeof whyModel>;
