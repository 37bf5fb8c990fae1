import type { ParameterType } from './parameterType.ts';
import { actorSubjects } from './subjects/actorSubjects.ts';
import { azureSubjects } from './subjects/azureSubjects.ts';
import { kubernetesSubjects } from './subjects/kubernetesSubjects.ts';
import { storageSubjects } from './subjects/storageSubjects.ts';
import type { SubjectKind } from './subjects/subject.ts';

/** A parameter that commands may use, and the kind of thing whose value it is. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  /** What it is, for a person who has to choose or type one: "virtual machine". */
  readonly label: string;
  readonly kind: SubjectKind;
}

const kinds: readonly SubjectKind[] = [...azureSubjects, ...actorSubjects, ...kubernetesSubjects, ...storageSubjects];

/** Every parameter by name. A name that is not here stands in no command. */
export const parameters: ReadonlyMap<string, Parameter> = new Map(
  kinds.flatMap((kind) =>
    Object.entries(kind.parameters).map(([name, facts]) => [name, { name, ...facts, kind }] as const),
  ),
);
