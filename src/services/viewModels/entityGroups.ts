import type { Alert } from '../../domain/alert.ts';
import { EntityIndex, isMemberEntity, type Entity } from '../../domain/entity.ts';
import { displayText } from '../../domain/displayText.ts';
import { ownString, type Json } from '../../domain/json.ts';
import type { EntityGroup, EntityModel } from '../../protocol/entityModel.ts';
import type { FactModel } from '../../protocol/factModel.ts';
import { locationOf, networkOf, placeOf } from './addressFacts.ts';
import { entityTitle } from './entityTitle.ts';
import { compareEntityTypes, entityType } from './entityType.ts';
import { isRelation, relationsOf, type EntityPlaces } from './entityRelations.ts';
import { facts, textFact, wireFact } from './fact.ts';
import type { PanelActionTable } from './panelActions.ts';
import type { PanelContext } from './panelContext.ts';
import { portalResourceUrl } from './portalLinks.ts';
import { stopEntryOf } from './stopEntryOf.ts';
import { threatsOf } from './threats.ts';

/** An alert's entities by type, references resolved. Members of an incident are not among them: they are alerts. */
export function entityGroups(alert: Alert, context: PanelContext, actions: PanelActionTable): EntityGroup[] {
  const shown = alert.entities.filter((entity) => !isMemberEntity(entity));
  const ids = new Map(shown.map((entity, place) => [entity.properties, `entity${String(place)}`]));
  const places: EntityPlaces = {
    index: new EntityIndex(alert.entities),
    idOf: (entity) => ids.get(entity.properties),
  };
  const byType = groupByType(shown);
  const types = [...byType.keys()].sort(compareEntityTypes);
  return types.map((type) => ({
    ...entityType(type),
    entities: (byType.get(type) ?? []).map((entity) => entityModel(entity, places, context, actions)),
  }));
}

function entityModel(
  entity: Entity,
  places: EntityPlaces,
  context: PanelContext,
  actions: PanelActionTable,
): EntityModel {
  const title = entityTitle(entity, places.index);
  const stop = stopEntryOf(entity);
  return {
    entityId: places.idOf(entity) ?? '',
    title,
    copyId: actions.copy(title),
    ...(stop === undefined ? {} : { stopId: actions.stop(stop) }),
    facts: [...locationFacts(entity), ...ownFacts(entity, title, actions), ...portalFacts(entity, context, actions)],
    relations: relationsOf(entity, places),
    threats: threatsOf(entity.properties, actions),
  };
}

/** Properties that are shown in a form of their own. */
const shownElsewhere = new Set(['$id', 'type', 'Type', 'threatIntelligence', 'location', 'Location']);

/** Properties that an entity's name is made of: a card does not repeat them when its title has them whole. */
const namingProperties = new Set([
  'address', 'Address', 'name', 'directory', 'algorithm', 'value', 'ntDomain', 'upnSuffix', 'hostName', 'domainName',
  'url', 'imageId',
]); // prettier-ignore

function isInTitle(name: string, value: Json | undefined, title: string): boolean {
  return namingProperties.has(name) && typeof value === 'string' && title.includes(displayText(value));
}

function ownFacts(entity: Entity, title: string, actions: PanelActionTable): FactModel[] {
  return Object.entries(entity.properties).flatMap(([name, value]) => {
    if (isRelation(value) || isInTitle(name, value, title)) return [];
    if (
      shownElsewhere.has(name) &&
      !(name.toLowerCase() === 'location' && locationOf(entity.properties) === undefined)
    ) {
      return [];
    }
    return facts(wireFact(name, value, actions));
  });
}

function locationFacts(entity: Entity): FactModel[] {
  const location = locationOf(entity.properties);
  if (location === undefined) return [];
  return facts(textFact('Location', placeOf(location)), textFact('Network', networkOf(location)));
}

function portalFacts(entity: Entity, context: PanelContext, actions: PanelActionTable): FactModel[] {
  const id = ownString(entity.properties, 'resourceId') ?? ownString(entity.properties, 'azureID');
  const url = id === undefined ? undefined : portalResourceUrl(context.portalUrl, id);
  if (url === undefined) return [];
  return [{ label: 'Portal', values: [{ kind: 'link', link: actions.link('Open in Azure portal', url) }] }];
}

function groupByType(entities: readonly Entity[]): ReadonlyMap<string, readonly Entity[]> {
  const groups = new Map<string, Entity[]>();
  for (const entity of entities) {
    const group = groups.get(entity.type);
    if (group === undefined) groups.set(entity.type, [entity]);
    else group.push(entity);
  }
  return groups;
}
