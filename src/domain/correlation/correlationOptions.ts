import { noCorrections, type Corrections } from './corrections/corrections.ts';
import { emptyStopList, type StopList } from './tuning/stopList.ts';

/** How sure correlation must be. All are logarithms of odds. */
export interface Thresholds {
  /** Before any evidence, that an alert and its neighbour are of one attack. */
  readonly prior: number;
  /** At which an actor or a trace in common joins two episodes at once. */
  readonly core: number;
  /** At which all that two groups have in common joins them. */
  readonly secondLook: number;
}

/** Found on tuning data: fewer false merges than one in a hundred incidents, and as few split attacks as that allows. */
export const balanced: Thresholds = { prior: -1.9, core: 4, secondLook: -0.5 };

/** Whether the word of the service's incidents joins alerts, or is only shown. They are never hidden. */
export const serviceTrusts = ['full', 'shownOnly'] as const;

export type ServiceTrust = (typeof serviceTrusts)[number];

/** What people may decide about correlation. Everything in it is data, so that it can be sent to another thread. */
export interface CorrelationOptions {
  readonly thresholds: Thresholds;
  /** Sharing across a longer gap says nothing, and no incident of ours lasts longer. Milliseconds. */
  readonly longestSpan: number;
  readonly stopList: StopList;
  /** Alert types that are never correlated; lower case. */
  readonly excludedTypes: readonly string[];
  readonly serviceTrust: ServiceTrust;
  readonly corrections: Corrections;
}

/** An attack that is spread over more than six weeks is told from a habit of the environment by nobody. */
const longestSpan = 45 * 24 * 60 * 60_000;

export const defaultOptions: CorrelationOptions = {
  thresholds: balanced,
  longestSpan,
  stopList: emptyStopList,
  excludedTypes: [],
  serviceTrust: 'full',
  corrections: noCorrections,
};
