import { array, finite, lazy, object, oneOf, shortString, string, union, type Guard } from '../../protocol/schema.ts';
import { itemTarget } from '../../protocol/panelTarget.ts';
import type { Capability } from '../tree/capability.ts';
import type { SavedRow, SavedScreen } from '../tree/savedScreen.ts';
import { listNames, alertGroups } from '../tree/treeIndex.ts';

/** Version of a saved screen. One of another version is not shown: it is written anew after every refresh. */
const version = 2;

const id = shortString(700);
const list = oneOf(...listNames);
const group = oneOf(...alertGroups);

/** Names a theme's icon or a picture of ours: nothing that could lead to another file. */
const iconName: Guard<string> = (value): value is string =>
  typeof value === 'string' && /^[a-z0-9~-]{1,60}$/.test(value);

const capability: Guard<Capability> = (value): value is Capability =>
  typeof value === 'string' && /^[a-zA-Z]{1,40}$/.test(value);

const node = union(
  object({ kind: oneOf('section'), id, section: oneOf('incidents', 'alerts') }),
  object({ kind: oneOf('incident'), id, incidentId: id }),
  object({
    kind: oneOf('alert'),
    id,
    alertKey: id,
    within: union(object({ kind: oneOf('incident'), incidentId: id }), object({ kind: oneOf('group'), group })),
  }),
  object({ kind: oneOf('missing'), id, incidentId: id, index: finite }),
  object({ kind: oneOf('group'), id, group }),
  object({ kind: oneOf('more'), id, list, hidden: finite }),
  object({ kind: oneOf('status'), id }),
);

const row = object(
  {
    label: string,
    description: string,
    accessibleLabel: string,
    expansion: oneOf('none', 'collapsed', 'expanded'),
    capabilities: array(capability),
  },
  {
    icon: union(
      object({ kind: oneOf('codicon'), name: iconName }, { color: shortString(80) }),
      object({ kind: oneOf('media'), name: iconName }),
    ),
    target: itemTarget,
  },
);

const rows: Guard<readonly SavedRow[]> = lazy(() => array(object({ node, row }, { children: rows })));

const document = object({ v: finite, owner: string, at: finite, rows });

/** A screen as a file: a checksum, and what it shows. */
export function writeScreen({ at, rows: shown }: SavedScreen, owner: string, hash: (text: string) => string): string {
  const text = JSON.stringify({ v: version, owner, at, rows: shown });
  return `${hash(text)}\n${text}`;
}

/** The screen that a file holds; undefined when it is damaged, of another version or of another owner. Never throws. */
export function readScreen(file: string, owner: string, hash: (text: string) => string): SavedScreen | undefined {
  const [checksum, text = ''] = file.split('\n', 2);
  if (checksum !== hash(text)) return undefined;
  const value: unknown = JSON.parse(text);
  if (!document(value) || value.v !== version || value.owner !== owner) return undefined;
  return { at: value.at, rows: value.rows };
}
