import { type JsonObject, ownString } from '../json.ts';

/** Names of portal extensions and blades, as seen on the wire ("Microsoft_Azure_Security_R3", "X.ReactView"). */
const bladeName = /^[A-Za-z][A-Za-z0-9_.-]{0,99}$/;
const bladeLink = /^#blade\/[A-Za-z][A-Za-z0-9_.-]{0,99}\/[A-Za-z][A-Za-z0-9_.-]{0,99}(?:\/[\w.~!*'()%-]+)*$/;

/**
 * A portal address, relative to the portal of the cloud in use, from an `openBlade` object of the service:
 * `#blade/<extension>/<blade>/<input>/<value>…`, inputs percent-encoded. Undefined when the object does not name a
 * blade in the expected words: it is then shown as text.
 */
export function bladeHref(action: JsonObject): string | undefined {
  const extension = ownString(action, 'extension');
  const blade = ownString(action, 'detailBlade');
  if (extension === undefined || blade === undefined) return undefined;
  if (!bladeName.test(extension) || !bladeName.test(blade)) return undefined;
  const inputs = bladeInputs(ownString(action, 'detailBladeInputs') ?? '');
  return inputs && `#blade/${[extension, blade, ...inputs].join('/')}`;
}

/** True for an address that `bladeHref` can have made. */
export function isBladeLink(href: string): boolean {
  return bladeLink.test(href);
}

/** "a=1&b=2" as a flat list of encoded names and values; undefined when a part is not name=value. */
function bladeInputs(text: string): readonly string[] | undefined {
  const encoded: string[] = [];
  for (const part of text.split('&').filter((each) => each !== '')) {
    const equals = part.indexOf('=');
    if (equals < 1 || equals === part.length - 1) return undefined;
    // A lone surrogate has no percent-encoding; toWellFormed keeps encodeURIComponent from throwing.
    encoded.push(encodeURIComponent(part.slice(0, equals).toWellFormed()));
    encoded.push(encodeURIComponent(part.slice(equals + 1).toWellFormed()));
  }
  return encoded;
}
