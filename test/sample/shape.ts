/** Where values of which kind stand in a JSON value: `properties.entities[ip].location.asn` → `number`. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>;

/** Keys of `extendedProperties` are free text, so they count as one place. */
const freeKeys = /(^|\.)extendedProperties$/;

/** The shape of several values together. Elements of a list are told apart by their `type`, where they have one. */
export function shapeOf(values: readonly unknown[]): Shape {
  const shape = new Map<string, Set<string>>();
  for (const value of values) collect(value, '', shape);
  return shape;
}

/** Places and kinds that the first shape has and the second does not. */
export function differences(of: Shape, from: Shape): readonly string[] {
  return [...of].flatMap(([place, kinds]) =>
    [...kinds].filter((kind) => !from.get(place)?.has(kind)).map((kind) => `${place}: ${kind}`),
  );
}

function collect(value: unknown, place: string, shape: Map<string, Set<string>>): void {
  const kinds = shape.get(place) ?? new Set<string>();
  shape.set(place, kinds.add(kindOf(value)));
  if (Array.isArray(value)) {
    for (const element of value) collect(element, `${place}[${typeOf(element)}]`, shape);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      collect(inner, `${place}.${freeKeys.test(place) ? '*' : key}`.replace(/^\./, ''), shape);
    }
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' && '$ref' in value ? 'reference' : typeof value;
}

function typeOf(element: unknown): string {
  const type = (element as { type?: unknown } | null)?.type;
  return typeof type === 'string' ? type : '';
}
