/** What holds a campaign's alerts together; each campaign draws one of its template's. */
export type Link =
  | 'ip'
  | 'account'
  | 'process'
  | 'file'
  | 'domain'
  /** Nothing about the attacker is told twice: only the resource. */
  | 'resource'
  /** Neighbouring steps share something, but no single entity covers all. */
  | 'chain'
  /** Everything is told alike. */
  | 'several';

export type Pace = 'seconds' | 'minutes' | 'hours' | 'days' | 'slow';

export interface Step {
  /** Alert types, one of which fires. */
  readonly fire: readonly string[];
  /** Most times it may fire in one campaign; 1 where absent. */
  readonly most?: number;
  /** `next` moves on to another resource of its kind; `each` fires once on every one of them. */
  readonly on?: 'next' | 'each';
}

export interface Template {
  readonly name: string;
  readonly links: readonly Link[];
  readonly paces: readonly Pace[];
  /** Resources of the kind that `next` and `each` walk over. */
  readonly spread: readonly [number, number];
  readonly steps: readonly Step[];
}

/** A step in one line: "VM_A|VM_B x6 next". */
function step(line: string): Step {
  const [types = '', ...rest] = line.split(' ');
  const most = rest.find((word) => /^x\d+$/.test(word));
  const on = rest.find((word) => word === 'next' || word === 'each');
  return {
    fire: types.split('|'),
    ...(most === undefined ? {} : { most: Number(most.slice(1)) }),
    ...(on === 'next' || on === 'each' ? { on } : {}),
  };
}

/** Shorthand for the template tables. */
export function template(
  name: string,
  links: string,
  paces: string,
  spread: readonly [number, number],
  ...steps: readonly string[]
): Template {
  return {
    name,
    links: links.split(' ') as Link[],
    paces: paces.split(' ') as Pace[],
    spread,
    steps: steps.map(step),
  };
}
