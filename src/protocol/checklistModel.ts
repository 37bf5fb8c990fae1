import { actionId, linkModel } from './linkModel.ts';
import {
  array,
  finite,
  lazy,
  object,
  oneOf,
  shortString,
  string,
  union,
  type Guard,
  type Guarded,
  type ObjectOf,
} from './schema.ts';
import { severityModel } from './severityModel.ts';

export const alertKey = shortString(300);
export const stepKey = shortString(300);

export const stepStates = ['toDo', 'done', 'skipped'] as const;
export type StepStateWord = (typeof stepStates)[number];

const textFragment = union(
  object({ kind: oneOf('plain'), text: string }),
  /** A part that the service should have filled in and did not. */
  object({ kind: oneOf('placeholder'), name: string }),
  object({ kind: oneOf('link'), link: linkModel }),
  object({ kind: oneOf('code'), text: string }),
);

export type TextFragmentModel = Guarded<typeof textFragment>;

const stepBlock = union(
  object({ kind: oneOf('text'), fragments: array(textFragment) }),
  object({ kind: oneOf('command'), text: string, copyId: actionId }),
  object({ kind: oneOf('link'), link: linkModel }),
);
export type StepBlockModel = Guarded<typeof stepBlock>;

const stepFields = { alertKey, stepKey, state: oneOf(...stepStates), blocks: array(stepBlock), alsoIn: array(string) };
const stepDetails = { reason: string, by: string, at: finite };

/** A step with who decided and when; `alsoIn` names the other alerts that ask for the same step. */
export type StepModel = ObjectOf<typeof stepFields, typeof stepDetails> & { readonly children: readonly StepModel[] };

const stepModel: Guard<StepModel> = lazy(() => object({ ...stepFields, children: array(stepModel) }, stepDetails));

const checklistGroup = object({
  alertKey,
  title: string,
  severity: severityModel,
  steps: array(stepModel),
  decided: finite,
  total: finite,
});
export type ChecklistGroup = Guarded<typeof checklistGroup>;

export const checklistModel = object({
  groups: array(checklistGroup),
  done: finite,
  skipped: finite,
  total: finite,
});
export type ChecklistModel = Guarded<typeof checklistModel>;

/** General advice of this product beside the service's own steps: never counted, never ticked. */
export const preventionModel = object({ advice: array(string), links: array(linkModel) });
export type PreventionModel = Guarded<typeof preventionModel>;
