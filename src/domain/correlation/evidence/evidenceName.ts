import { parseResourceId } from '../../resourceId.ts';
import type { EvidenceKindName } from './evidenceKind.ts';

const longestName = 60;
const armId = /\/subscriptions\/\S+/g;

/** A short name for people: a resource's own name, the last part of a path, the beginning of a hash. Hostile text. */
export function evidenceName(kind: EvidenceKindName, key: string): string {
  if (kind === 'fileHash') return key.length > 16 ? `${key.slice(0, 12)}…` : key;
  if (kind === 'file') return shortened(key.slice(key.lastIndexOf('/') + 1) || key);
  return shortened(key.replaceAll(armId, (id) => parseResourceId(id)?.name ?? id));
}

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}
