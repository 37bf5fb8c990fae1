import { actionId } from './linkModel.ts';
import { array, finite, object, type Guarded, string } from './schema.ts';

/**
 * A text of any length, in pieces that a browser lays out cheaply. `hidden` characters were left out; asking the host
 * to show `textId` in full brings them.
 */
export const textModel = object({ textId: actionId, pieces: array(string), hidden: finite });

export type TextModel = Guarded<typeof textModel>;
