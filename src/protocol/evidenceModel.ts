import { actionId } from './linkModel.ts';
import { array, lazy, object, oneOf, string, union, type Guard, type Guarded } from './schema.ts';

const evidenceItem: Guard<EvidenceItem> = lazy(() => object({ text: string, items: array(evidenceItem) }));
export interface EvidenceItem {
  readonly text: string;
  readonly items: readonly EvidenceItem[];
}

export const evidenceModel = union(
  object({ kind: oneOf('table'), title: string, columns: array(string), rows: array(array(string)) }),
  object({ kind: oneOf('list'), title: string, items: array(evidenceItem) }),
  /** A form that this version does not know, as indented JSON. */
  object({ kind: oneOf('raw'), title: string, text: string, copyId: actionId }),
);
export type EvidenceModel = Guarded<typeof evidenceModel>;
