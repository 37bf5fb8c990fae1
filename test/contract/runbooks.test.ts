import { sharedSteps } from '../builders/sharedSteps.ts';
import { describe, expect, it } from 'vitest';
import { readsOnly as isRead } from '../../src/domain/remediation/commands/allowedCommands.ts';
import { checkTemplate } from '../../src/domain/remediation/commands/checkTemplate.ts';
import { parameters } from '../../src/domain/remediation/commands/parameters.ts';
import { placeholdersIn } from '../../src/domain/remediation/commands/placeholders.ts';
import { allRunbooks } from '../../src/domain/remediation/runbooks/allRunbooks.ts';
import {
  alertPlans,
  runbookPhases,
  stepRisks,
  type Runbook,
  type RunbookPhase,
  type StepRisk,
} from '../../src/domain/remediation/runbooks/runbook.ts';

const readsOnly: StepRisk = 'none';

const kebabCase = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

function repeated(texts: readonly string[]): readonly string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}

it('no two runbooks share an id, an alert type, an alert name or a plan', () => {
  expect(repeated(allRunbooks.map(({ id }) => id))).toEqual([]);
  expect(repeated(allRunbooks.flatMap(({ alertTypes }) => alertTypes).map((type) => type.toLowerCase()))).toEqual([]);
  expect(repeated(allRunbooks.flatMap(({ alertNames }) => alertNames ?? []).map((name) => name.toLowerCase()))).toEqual(
    [],
  );
  expect(repeated(allRunbooks.flatMap(({ generalFor }) => generalFor ?? []))).toEqual([]);
});

it('one runbook answers for everything', () => {
  expect(allRunbooks.filter(({ generalFor }) => generalFor?.length === 0).map(({ id }) => id)).toEqual(['any-alert']);
});

describe.each(allRunbooks)('runbook $id', (runbook) => {
  const { steps } = runbook;

  it('is named, and answers for something', () => {
    expect(runbook.id).toMatch(kebabCase);
    expect(runbook.title).toMatch(/^[A-Z].*[^.]$/);
    expect(runbook.alertTypes.length + (runbook.alertNames?.length ?? 0) > 0 || runbook.generalFor !== undefined).toBe(
      true,
    );
    for (const plan of runbook.generalFor ?? []) expect(alertPlans).toContain(plan);
  });

  it('has its phases in order: at least finding out, stopping it and keeping it from coming again', () => {
    const order = steps.map(({ phase }) => runbookPhases.indexOf(phase));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const has = (phase: RunbookPhase): boolean => steps.some((step) => step.phase === phase);
    expect([has('triage'), has('contain'), has('prevent')]).toEqual([true, true, true]);
  });

  it('has mandatory steps, to find out and to stop it', () => {
    const mandatory = new Set(steps.filter((step) => step.mandatory).map(({ phase }) => phase));
    expect(mandatory.has('triage') && mandatory.has('contain')).toBe(true);
  });

  it('has steps with ids of their own', () => {
    expect(repeated(steps.map(({ id }) => id))).toEqual([]);
  });
});

const shared: Pick<Runbook, 'id' | 'steps'> = { id: 'shared', steps: sharedSteps };

describe.each([...allRunbooks, shared])('a step of $id', ({ steps }) => {
  it('is said in sentences of a person', () => {
    for (const { id, title, instruction, risk } of steps) {
      expect(id).toMatch(kebabCase);
      expect(title).toMatch(/^[A-Z][^\n]{5,70}[^.\n]$/);
      expect(instruction).toMatch(/^[A-Z{][^\n]{40,600}[.]$/);
      expect(stepRisks).toContain(risk);
    }
  });

  it('runs sound commands, and says of each what it changes', () => {
    for (const step of steps) {
      const templates = [step.command, step.undo, step.whatIf].filter((template) => template !== undefined);
      expect(templates.flatMap(checkTemplate), `step ${step.id}`).toEqual([]);
      if (step.whatIf !== undefined) expect(isRead(step.whatIf), `step ${step.id}: its what-if`).toBe(true);
      expect(step.whatIf?.changes, `step ${step.id}: a what-if changes nothing`).toBeUndefined();
      for (const text of [step.command?.changes, step.undo?.changes]) {
        if (text !== undefined) expect(text).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it('asks before a command that changes something, and only then', () => {
    for (const { id, command, risk, undo, verify } of steps.filter((step) => step.command !== undefined)) {
      expect(command?.changes !== undefined, `step ${id}`).toBe(risk !== readsOnly);
      expect(undo === undefined || undo.changes !== undefined, `step ${id}`).toBe(true);
      if (command !== undefined) expect(isRead(command), `step ${id}: by its verb`).toBe(risk === readsOnly);
      if (risk === readsOnly) expect([undo, verify], `step ${id}`).toEqual([undefined, undefined]);
    }
  });

  it('proves steps on a resource that a parameter names', () => {
    for (const { id, verify } of steps) {
      if (verify === undefined) continue;
      const [resource = ''] = placeholdersIn(verify.resource);
      expect(verify.resource, `step ${id}`).toMatch(/^\{[a-zA-Z]+\}(?:\/[A-Za-z0-9{}-]+)*$/);
      expect(parameters.get(resource)?.type, `step ${id}`).toBe('resourceId');
      expect(verify.apiVersion, `step ${id}`).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(unknownIn(verify.resource + JSON.stringify(verify.expect)), `step ${id}`).toEqual([]);
      expect(verify.property, `step ${id}`).toMatch(/^[A-Za-z]+(?:\[\])?(?:\.[A-Za-z]+(?:\[\])?)*$/);
    }
  });
});

function unknownIn(text: string): readonly string[] {
  return placeholdersIn(text).filter((name) => !parameters.has(name));
}
