import { factModel } from './factModel.ts';
import { actionId, linkModel } from './linkModel.ts';
import { array, lazy, object, oneOf, string, type Guard, type Guarded } from './schema.ts';

/**
 * What a reference leads to: another entity of the alert, by its place in the panel; or nothing, when the alert names
 * an entity that it does not contain. `details` continue the chain: process, its image file, that file's hash.
 */
export interface RelationModel {
  readonly label: string;
  readonly title: string;
  readonly entityId?: string;
  readonly state: 'found' | 'missing' | 'seenAbove';
  readonly details: readonly RelationModel[];
}

const relationModel: Guard<RelationModel> = lazy(() =>
  object(
    { label: string, title: string, state: oneOf('found', 'missing', 'seenAbove'), details: array(relationModel) },
    { entityId: actionId },
  ),
);

/** What a feed knows about an address or a file. */
const threatModel = object({ name: string, facts: array(factModel) }, { report: linkModel });
export type ThreatModel = Guarded<typeof threatModel>;

const entityModel = object(
  {
    entityId: actionId,
    title: string,
    copyId: actionId,
    facts: array(factModel),
    relations: array(relationModel),
    threats: array(threatModel),
  },
  {
    /** Present where a stop list can take it. */
    stopId: actionId,
  },
);
export type EntityModel = Guarded<typeof entityModel>;

/** Icons that stand for kinds of entities: names of codicons, a closed set: the panels draw no other. */
export const entityIcon = oneOf(
  'globe', 'plug', 'vm', 'azure', 'account', 'server-process', 'file', 'key', 'bug', 'link', 'database', 'package',
  'cloud', 'layers', 'mail', 'list-tree', 'history', 'symbol-misc',
); // prettier-ignore
export type EntityIcon = Guarded<typeof entityIcon>;

export const entityGroup = object({ label: string, icon: entityIcon, entities: array(entityModel) });
export type EntityGroup = Guarded<typeof entityGroup>;
