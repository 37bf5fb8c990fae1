import { runbookPhases, stepRisks } from '../../../domain/remediation/runbooks/runbook.ts';

/** Most steps of one runbook; more would be no help to anybody, and a file of ten thousand would hang whoever opens it. */
export const mostSteps = 100;

const command = {
  description:
    'What to run: a list, or a text that is taken apart at blanks. "az" and "kubectl" only; options as --name=value; values of the alert as {parameter}.',
  anyOf: [
    { type: 'string', pattern: '^(?:az|kubectl)\\s', maxLength: 2000 },
    { type: 'array', items: { type: 'string', maxLength: 1000 }, minItems: 2, maxItems: 60 },
  ],
} as const;

const kebabCase = '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$';

const step = {
  type: 'object',
  required: ['id', 'phase', 'title'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: kebabCase, maxLength: 60, description: 'Unique in the runbook; never change it.' },
    phase: { enum: runbookPhases, description: 'Which part of the response it belongs to.' },
    title: { type: 'string', minLength: 1, maxLength: 120, description: 'What to do, in a few words.' },
    instruction: {
      type: 'string',
      maxLength: 4000,
      description: 'How to do it. Or write it below a heading with the id or the title of the step.',
    },
    mandatory: { type: 'boolean', description: 'Has to be done or explained before the alert is closed.' },
    risk: { enum: stepRisks, description: 'none: reads only. A command of any other risk asks before it runs.' },
    command,
    changes: { type: 'string', maxLength: 500, description: 'What the command changes, for the confirmation.' },
    undo: { ...command, description: 'Takes back what the command did.' },
    whatIf: { ...command, description: 'Shows what the command will meet; it changes nothing.' },
    verify: {
      type: 'object',
      description: 'Proves the step: one property of one resource, read from Azure.',
      required: ['resource', 'apiVersion', 'property', 'expect'],
      additionalProperties: false,
      properties: {
        resource: {
          type: 'string',
          maxLength: 300,
          description: 'A {parameter} that is an ARM id, with a child path.',
        },
        apiVersion: { type: 'string', pattern: '^20\\d\\d-\\d\\d-\\d\\d(?:-preview)?$' },
        property: { type: 'string', maxLength: 200, description: 'Dotted path, such as properties.access.' },
        expect: {
          description: 'The value that proves it, or one of: oneOf, includes, absent, present, gone.',
        },
      },
    },
  },
} as const;

/** JSON schema of the front matter of a runbook (draft 2020-12): completion and hovers are made from it. */
export const runbookSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Runbook of a workspace (front matter of a Markdown file in .security/runbooks)',
  type: 'object',
  required: ['id', 'title'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: kebabCase, maxLength: 60, description: 'Unique in the workspace; never change it.' },
    title: { type: 'string', minLength: 1, maxLength: 120, description: 'What it is for.' },
    alertTypes: {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: 300 },
      maxItems: 200,
      description: 'Alert types that it answers for, exact or with *.',
    },
    alertNames: {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: 300 },
      maxItems: 200,
      description: 'Display names of alerts, likewise, where the type is not enough.',
    },
    include: {
      type: 'array',
      items: { type: 'string', maxLength: 60 },
      maxItems: 20,
      description: 'Ids of runbooks, of the product or the workspace, whose steps come first in each phase.',
    },
    steps: { type: 'array', items: step, maxItems: mostSteps, description: 'What to do, in order.' },
  },
} as const;

export const stepKeys = Object.keys(step.properties);
export const verifyKeys = Object.keys(step.properties.verify.properties);
export const runbookKeys = Object.keys(runbookSchema.properties);
export const idPattern = new RegExp(kebabCase);
