import { alertKey } from './checklistModel.ts';
import { array, boolean, finite, object, oneOf, shortString, string, type Guarded } from './schema.ts';

/** In the order in which they are worked through. */
export const runbookPhases = ['triage', 'contain', 'eradicate', 'recover', 'prevent'] as const;

/** `none` only reads. */
const stepRisks = ['none', 'low', 'medium', 'high'] as const;

/** How a step stands, as a word that decides on colour and picture; the text says the rest. */
const stepStandings = ['toDo', 'running', 'done', 'verified', 'failed', 'skipped', 'undone'] as const;

const name = shortString(100);

/** Names a step of a runbook as it applies to an alert. */
export const runbookStepId = { alertKey, runbookId: name, stepId: name };
export const runbookStepRef = object(runbookStepId);
export type RunbookStepRef = Guarded<typeof runbookStepRef>;

/** What a person can ask of a step. `type` puts its command into their own terminal, for them to read and run. */
export const stepActions = [
  ...(['run', 'whatIf', 'undo', 'type', 'copy', 'verify', 'cancel'] as const),
  /** The person says how it stands; a reason for skipping is asked for by the host. */
  ...(['done', 'skip', 'toDo'] as const),
] as const;
export type StepAction = (typeof stepActions)[number];

const runbookStep = object(
  {
    ...runbookStepId,
    title: string,
    instruction: string,
    mandatory: boolean,
    risk: oneOf(...stepRisks),
    standing: oneOf(...stepStandings),
    /** How it stands, in words: "Verified on the resource". */
    standingText: string,
    /** What can be asked of it now. */
    actions: array(oneOf(...stepActions)),
    /** Titles of other alerts that ask for the same step. */
    alsoIn: array(string),
  },
  {
    /** When it came to stand like that. */
    at: finite,
    by: string,
    /** The alert that it is about, where the panel is about several. */
    alertTitle: string,
    /** Title of the runbook, where the workspace brings it: its words and commands are not the product's. */
    workspaceRunbook: string,
    command: string,
    /** What the command changes. */
    changes: string,
    /** Why it cannot be run. */
    blocked: string,
    /** The end of what the command wrote. */
    output: string,
  },
);
export type RunbookStepModel = Guarded<typeof runbookStep>;

const runbookPhase = object({ phase: oneOf(...runbookPhases), steps: array(runbookStep), done: finite });
export type RunbookPhaseModel = Guarded<typeof runbookPhase>;

/** The product's and the team's own steps for what a panel shows. */
export const runbookModel = object(
  {
    phases: array(runbookPhase),
    done: finite,
    total: finite,
    mandatoryOpen: finite,
    /** No alert has a runbook of its own: these are the general ones of their plans. */
    general: boolean,
  },
  {
    /** Something that holds for all steps: nothing runs in a workspace that is not trusted. */
    notice: string,
  },
);
export type RunbookModel = Guarded<typeof runbookModel>;
