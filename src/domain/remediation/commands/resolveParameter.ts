import type { Alert } from '../../alert.ts';
import { parseResourceId } from '../../resourceId.ts';
import type { FillingContext, Unfilled } from './commandTemplate.ts';
import { parameters, type Parameter } from './parameters.ts';
import { objectionTo } from './parameterType.ts';
import type { Subject, SubjectKind } from './subjects/subject.ts';

/** A value that was checked, with the ARM id of the resource that it belongs to. */
export interface ResolvedParameter {
  readonly kind: 'resolved';
  readonly value: string;
  readonly resource?: string;
}

/** The one value of a parameter for an alert, checked, or why there is none. Total. */
export function resolveParameter(name: string, alert: Alert, context: FillingContext): ResolvedParameter | Unfilled {
  const parameter = parameters.get(name);
  if (parameter === undefined) return { kind: 'refused', parameter: name, why: 'there is no such parameter' };
  const subjects = subjectsOf(parameter.kind, alert, context);
  const named = subjects.filter((subject) => valueOf(subject, name) !== undefined);
  if (named.length === 0) return missing(parameter, alert, context);
  const safe = named.filter((subject) => refusal(parameter, subject, alert) === undefined);
  const [first] = safe;
  if (first !== undefined) return choice(parameter, safe) ?? resolved(parameter, first);
  return refusal(parameter, named[0] ?? {}, alert) ?? missing(parameter, alert, context);
}

function resolved({ name, kind }: Parameter, subject: Subject): ResolvedParameter {
  const value = valueOf(subject, name) ?? '';
  const main = mainOf(kind);
  const resource = kind.parameters[main]?.type === 'resourceId' ? valueOf(subject, main) : undefined;
  return resource === undefined ? { kind: 'resolved', value } : { kind: 'resolved', value, resource };
}

/** Things are told apart by their first parameter, so that a name and its group are never those of two resources. */
function choice({ name, kind }: Parameter, subjects: readonly Subject[]): Unfilled | undefined {
  for (const parameter of new Set([mainOf(kind), name])) {
    const values = distinctValues(subjects, parameter);
    if (values.length > 1) return { kind: 'choose', parameter, options: values };
  }
  return undefined;
}

function distinctValues(subjects: readonly Subject[], parameter: string): readonly string[] {
  return [...new Set(subjects.map((subject) => valueOf(subject, parameter)).filter((value) => value !== undefined))];
}

function mainOf(kind: SubjectKind): string {
  return Object.keys(kind.parameters)[0] ?? '';
}

/** Own values only: a parameter called "constructor" must not find what every object has. */
function valueOf(values: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** What the alert names, narrowed to what was given. A thing that was given and that the alert does not name counts, too. */
function subjectsOf(kind: SubjectKind, alert: Alert, { given = {} }: FillingContext): readonly Subject[] {
  let subjects = kind.find(alert);
  for (const name of Object.keys(kind.parameters)) {
    const value = valueOf(given, name);
    if (value === undefined) continue;
    const same = subjects.filter((subject) => fold(valueOf(subject, name)) === fold(value));
    subjects = same.length > 0 ? same : replaced(kind, name, value, subjects);
  }
  return subjects;
}

function replaced(kind: SubjectKind, name: string, value: string, subjects: readonly Subject[]): readonly Subject[] {
  if (name === mainOf(kind)) return [{ ...kind.derive?.(value), [name]: value }];
  // The name of a resource follows from its id: another one would be another resource.
  if (kind.parameters[mainOf(kind)]?.type === 'resourceId') return subjects;
  return subjects.length === 0 ? [{ [name]: value }] : subjects.map((subject) => ({ ...subject, [name]: value }));
}

function fold(value: string | undefined): string | undefined {
  return value?.toLowerCase();
}

/** What speaks against a value, or against the thing that it is a part of. */
function refusal({ name, kind }: Parameter, subject: Subject, alert: Alert): Unfilled | undefined {
  for (const parameter of new Set([mainOf(kind), name])) {
    const value = valueOf(subject, parameter);
    const type = kind.parameters[parameter]?.type;
    if (value === undefined || type === undefined) continue;
    const why = objectionTo(type, value) ?? (type === 'resourceId' ? idObjection(value, kind, alert) : undefined);
    if (why !== undefined) return { kind: 'refused', parameter, why };
  }
  return undefined;
}

function idObjection(id: string, { resourceType }: SubjectKind, { subscriptionId }: Alert): string | undefined {
  const parsed = parseResourceId(id);
  if (parsed?.subscriptionId !== subscriptionId.toLowerCase()) return 'it is in another subscription than the alert';
  const isOther = resourceType !== undefined && parsed.type?.toLowerCase() !== resourceType.toLowerCase();
  return isOther ? 'it is a resource of another type' : undefined;
}

function missing({ name, kind }: Parameter, alert: Alert, context: FillingContext): Unfilled {
  // The name and the group of a resource follow from its id, which is what is looked up or typed.
  const asked = kind.derive === undefined ? name : mainOf(kind);
  const why = `the alert names no ${kind.parameters[asked]?.label ?? asked}`;
  if (kind.lookup === undefined) return { kind: 'missing', parameter: asked, why };
  const { from: start, ...way } = kind.lookup;
  const from = resolveParameter(start, alert, context);
  if (from.kind === 'choose' || from.kind === 'refused') return from;
  if (from.kind === 'missing') return { kind: 'missing', parameter: asked, why };
  return { kind: 'missing', parameter: asked, why, lookup: { resource: from.value, ...way } };
}
