import { object, oneOf, shortString, string, union, type Guarded } from './schema.ts';

/** Ids are made by the host for one render; what they stand for never leaves the host. */
export const actionId = shortString(40);

/** A link that the host is willing to open; the webview knows its id and its words, not its address. */
const openLink = object({ kind: oneOf('open'), linkId: actionId, label: string, site: string });

/** An address of the alert that the host will not open: shown as text, to copy. */
const addressOnly = object({ kind: oneOf('address'), label: string, address: string, copyId: actionId });

export const linkModel = union(openLink, addressOnly);

export type LinkModel = Guarded<typeof linkModel>;
