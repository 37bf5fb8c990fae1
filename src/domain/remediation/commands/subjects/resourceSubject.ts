import type { Alert } from '../../../alert.ts';
import { azureResourceIds } from '../../../alert.ts';
import { ownString } from '../../../json.ts';
import type { ParameterType } from '../parameterType.ts';
import type { Subject, SubjectKind } from './subject.ts';

interface ResourceWish {
  /** "Microsoft.Sql/servers/databases". */
  readonly type: string;
  readonly label: string;
  readonly nameType?: ParameterType;
  /** Type of the name one level up, which becomes the parameter "{…Parent}". */
  readonly parentType?: ParameterType;
  readonly lookup?: SubjectKind['lookup'];
}

/**
 * A kind of Azure resource: `{vm}` is its ARM id, `{vmName}` and `{vmGroup}` are cut out of it, so that they can never
 * be of different resources. An id of a child ("…/servers/s/databases/d") names its parents, too.
 */
export function resourceSubject(called: string, wish: ResourceWish): SubjectKind {
  const { type, label, nameType = 'resourceName', parentType, lookup } = wish;
  const depth = type.split('/').length - 1;
  const derive = (id: string): Subject => partsOf(called, id, parentType !== undefined);
  return {
    parameters: {
      [called]: { type: 'resourceId', label },
      [`${called}Name`]: { type: nameType, label: `name of the ${label}` },
      [`${called}Group`]: { type: 'resourceGroup', label: `resource group of the ${label}` },
      ...(parentType === undefined
        ? {}
        : { [`${called}Parent`]: { type: parentType, label: `what the ${label} belongs to` } }),
    },
    find: (alert) => idsOfType(resourceIdsOf(alert), type, depth).map(derive),
    derive,
    resourceType: type,
    ...(lookup === undefined ? {} : { lookup }),
  };
}

function partsOf(called: string, id: string, withParent: boolean): Subject {
  const names = id.split('/');
  const group = /^\/subscriptions\/[^/]*\/resourcegroups\/([^/]*)\//i.exec(id)?.[1];
  return {
    [called]: id,
    [`${called}Name`]: names.at(-1) ?? '',
    ...(group === undefined ? {} : { [`${called}Group`]: group }),
    ...(withParent ? { [`${called}Parent`]: names.at(-3) ?? '' } : {}),
  };
}

/** Ids of one type among ids and their parents, folded without regard to case; the first spelling stands. */
function idsOfType(ids: readonly string[], type: string, depth: number): readonly string[] {
  const [namespace = '', ...types] = type.toLowerCase().split('/');
  const found = new Map<string, string>();
  for (const id of ids) {
    const parts = id.split('/');
    const folded = id.toLowerCase().split('/');
    const at = folded.indexOf('providers');
    const fits =
      at > 0 && folded[at + 1] === namespace && types.every((each, nth) => folded[at + 2 + 2 * nth] === each);
    const end = at + 2 + 2 * depth;
    if (!fits || parts.length < end) continue;
    const own = parts.slice(0, end).join('/');
    if (!found.has(own.toLowerCase())) found.set(own.toLowerCase(), own);
  }
  return [...found.values()];
}

/** ARM ids that the alert names: as its resources, as entities, and as the machines of its hosts. */
export function resourceIdsOf(alert: Alert): readonly string[] {
  const ids = [...azureResourceIds(alert)];
  for (const { type, properties } of alert.entities) {
    const id =
      type === 'azure-resource'
        ? ownString(properties, 'resourceId')
        : type === 'host'
          ? ownString(properties, 'azureID')
          : undefined;
    if (id !== undefined) ids.push(id);
  }
  return ids;
}
