import type { Alert } from '../alert.ts';
import type { Entity } from '../entity.ts';
import { isMemberEntity } from '../entity.ts';
import type { SuppressionCondition } from './suppressionRule.ts';

/** A value of an alert's entity that a rule can be narrowed to. The value is hostile: it is shown as text. */
export interface ConditionOffer {
  readonly field: string;
  readonly value: string;
  /** Whether Azure's own examples have a rule with that field: there is no published list of fields. */
  readonly isDocumented: boolean;
}

/** Fields that stand in examples and recordings of the service. */
const documented = new Set(['entities.ip.address', 'entities.process.commandline', 'entities.account.name']);

/** Properties by which an entity is known; others (places, ports, times) would narrow a rule to one moment. */
const telling = [
  ...['address', 'commandline', 'name', 'hostname', 'resourceid', 'azureid', 'domainname', 'url', 'value'],
  ...['aaduserid', 'sid', 'upnsuffix', 'ntdomain', 'directory', 'key', 'imageid', 'displayname'],
];

/** Texts that are longer are no names; a rule with one could hardly be read. */
const longestValue = 2_000;

/** What a rule made from an alert can be narrowed to, each once: documented fields first, then as the alert names them. */
export function conditionOffers(alert: Alert): readonly ConditionOffer[] {
  const offers = new Map<string, ConditionOffer>();
  for (const entity of alert.entities) {
    if (isMemberEntity(entity)) continue;
    for (const offer of offersOf(entity)) {
      const id = JSON.stringify([offer.field, offer.value.toLowerCase()]);
      if (!offers.has(id)) offers.set(id, offer);
    }
  }
  const all = [...offers.values()];
  return [...all.filter(({ isDocumented }) => isDocumented), ...all.filter(({ isDocumented }) => !isDocumented)];
}

function offersOf({ type, properties }: Entity): readonly ConditionOffer[] {
  if (!/^[a-z0-9-]{1,40}$/.test(type)) return [];
  return Object.entries(properties).flatMap(([key, value]) => {
    const folded = key.toLowerCase();
    if (!telling.includes(folded) || typeof value !== 'string') return [];
    if (value.trim() === '' || value.length > longestValue) return [];
    const field = `entities.${type}.${folded}`;
    return [{ field, value, isDocumented: documented.has(field) }];
  });
}

/**
 * Conditions of chosen offers, one for each field: any value of a field will do, and all fields must fit. A single
 * command line is looked for inside others, since its arguments vary.
 */
export function conditionsFrom(offers: readonly ConditionOffer[]): readonly SuppressionCondition[] {
  const byField = new Map<string, string[]>();
  for (const { field, value } of offers) {
    const values = byField.get(field);
    if (values === undefined) byField.set(field, [value]);
    else values.push(value);
  }
  return [...byField].map(([field, values]) => {
    const [first = ''] = values;
    if (values.length === 1 && field.endsWith('.commandline')) return { kind: 'contains', field, text: first };
    return { kind: 'in', field, values };
  });
}
