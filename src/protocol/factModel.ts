import { actionId, linkModel } from './linkModel.ts';
import { array, finite, object, oneOf, string, union, type Guarded } from './schema.ts';

const factValue = union(
  object({ kind: oneOf('text'), text: string }),
  /** Identifiers, paths, command lines and JSON: fixed width, lines kept, with a button to copy. */
  object({ kind: oneOf('code'), text: string, copyId: actionId }),
  /** Epoch milliseconds; the webview writes it in the person's locale. */
  object({ kind: oneOf('time'), at: finite }),
  object({ kind: oneOf('link'), link: linkModel }),
);

/** One labelled fact. No values is not a fact: builders leave it out. */
export const factModel = object({ label: string, values: array(factValue) });

export type FactValue = Guarded<typeof factValue>;
export type FactModel = Guarded<typeof factModel>;
