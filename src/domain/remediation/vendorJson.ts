import { isJsonObject, type Json, type JsonObject, ownString } from '../json.ts';
import { bladeHref } from './portalBlade.ts';
import type { LinkBlock } from './step.ts';

/** What a step that is JSON means: a link or portal blade, or several steps in one string. */
export type VendorJson = LinkBlock | { readonly kind: 'steps'; readonly steps: readonly string[] };

/** Reads a step that the service sent as JSON. Undefined for anything else, broken JSON too: it is then plain text. */
export function readVendorJson(step: string): VendorJson | undefined {
  const text = step.trim();
  const brackets = text.charAt(0) + text.charAt(text.length - 1);
  if (brackets !== '{}' && brackets !== '[]') return undefined;
  const value = parse(text);
  if (isJsonObject(value)) return readAction(value);
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const steps = (value as readonly Json[]).filter((item) => typeof item === 'string');
  return steps.length === value.length ? { kind: 'steps', steps } : undefined;
}

function readAction(action: JsonObject): LinkBlock | undefined {
  switch (ownString(action, 'kind')?.toLowerCase()) {
    case 'link':
      return link(action, ownString(action, 'value'));
    case 'openblade':
      return link(action, bladeHref(action));
    default:
      return undefined;
  }
}

function link(action: JsonObject, href: string | undefined): LinkBlock | undefined {
  if (href === undefined) return undefined;
  return { kind: 'link', label: ownString(action, 'displayValue') ?? href, href };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
