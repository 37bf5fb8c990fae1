import type { Actor } from './actor.ts';
import type { Detector } from './detector.ts';
import type { Resource } from './estate.ts';

/** One alert before it is written down: what fired, where, when, and what it tells of who acted. */
export interface Sighting {
  readonly time: number;
  readonly detector: Detector;
  readonly resource: Resource;
  /** A further resource that the alert names. */
  readonly also?: Resource;
  readonly actor: Actor;
  /** The truth: the campaign it belongs to; absent for benign activity. */
  readonly campaign?: string;
}
