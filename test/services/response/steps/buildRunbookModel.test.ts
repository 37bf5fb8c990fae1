import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { fillCommand } from '../../../../src/domain/remediation/commands/fillCommand.ts';
import type { Runbook } from '../../../../src/domain/remediation/runbooks/runbook.ts';
import { resolveRunbook } from '../../../../src/domain/remediation/runbooks/index.ts';
import { stepsOfAlert } from '../../../../src/services/response/steps/alertSteps.ts';
import { buildRunbookModel, type RunbookContext } from '../../../../src/services/response/steps/buildRunbookModel.ts';
import { previewText } from '../../../../src/services/response/steps/previewText.ts';
import { anAlert, anEntity, virtualMachine } from '../../../builders/alert.ts';

const nsg = virtualMachine('web-1').replace(/Microsoft\.Compute.*/, 'Microsoft.Network/networkSecurityGroups/web-nsg');
const known = { given: { nsg } };

function guessing(address: string, called = 'a'): Alert {
  const entities = [anEntity({ $id: '1', type: 'ip', address })];
  return anAlert({ called, alertType: 'VM_SshBruteForceFailed', entities });
}

function modelOf(alerts: readonly Alert[], wish: Partial<RunbookContext> = {}, filling: object = known) {
  const steps = alerts.flatMap((alert) => stepsOfAlert(alert, resolveRunbook, filling));
  const untouched = () => ({ standing: { kind: 'toDo' as const } });
  return buildRunbookModel(steps, { historyOf: untouched, trusted: true, simulated: false, ...wish });
}

function denySteps(...args: Parameters<typeof modelOf>) {
  const { phases } = modelOf(...args);
  return phases.flatMap(({ steps }) => steps).filter(({ stepId }) => stepId === 'deny-attacker-address');
}

describe('the runbook of a panel', () => {
  it('has phases in the order in which they are worked through', () => {
    const order = ['triage', 'contain', 'eradicate', 'recover', 'prevent'];
    const phases = modelOf([guessing('203.0.113.7')]).phases.map(({ phase }) => phase);
    expect(phases).toEqual(order.filter((phase) => (phases as readonly string[]).includes(phase)));
    expect(phases).toContain('contain');
  });

  it('shows the literal command, and offers to run it', () => {
    const [step] = denySteps([guessing('203.0.113.7')]);
    expect(step?.command).toContain('--source-address-prefixes=203.0.113.7');
    expect(step?.actions).toEqual(['run', 'whatIf', 'type', 'copy', 'verify', 'done', 'skip']);
  });

  it('asks for the same step once, and names who else asks for it', () => {
    const second = { ...guessing('203.0.113.7', 'b'), displayName: 'The other one' };
    const steps = denySteps([guessing('203.0.113.7'), second]);
    expect(steps.map(({ alsoIn }) => alsoIn)).toEqual([['The other one']]);
  });

  it('asks for the same command once, whichever runbooks name it', () => {
    const guessed = { ...guessing('203.0.113.7', 'b'), alertType: 'VM_SshBruteForceSuccess', displayName: 'Guessed' };
    expect(denySteps([guessing('203.0.113.7'), guessed]).map(({ alsoIn }) => alsoIn)).toEqual([['Guessed']]);
    expect(denySteps([guessing('203.0.113.7'), guessed], {}, {})).toHaveLength(2);
  });

  it('keeps steps apart that run other commands', () => {
    expect(denySteps([guessing('203.0.113.7'), guessing('203.0.113.8', 'b')])).toHaveLength(2);
    expect(denySteps([guessing('203.0.113.7'), guessing('203.0.113.8', 'b')], {}, {})).toHaveLength(2);
  });

  it('runs nothing in a workspace that is not trusted, and says so; copying stays', () => {
    const { notice } = modelOf([guessing('203.0.113.7')], { trusted: false });
    expect(notice).toContain('trusted');
    const [step] = denySteps([guessing('203.0.113.7')], { trusted: false });
    expect(step?.actions).toEqual(['copy', 'verify', 'done', 'skip']);
  });

  it.each(['203.0.113.7; touch owned', '$(touch owned)', '@/etc/passwd', '--help', '10.0.0.4'])(
    'offers no way to run or copy a command about %s, and says why without repeating it',
    (address) => {
      const [step] = denySteps([guessing(address)]);
      expect(step?.actions.filter((action) => ['run', 'whatIf', 'type', 'copy', 'undo'].includes(action))).toEqual([]);
      expect(step?.blocked ?? 'not named').not.toContain(address);
    },
  );

  it('offers only to cancel what runs, and an undo once something was done', () => {
    const running = { historyOf: () => ({ standing: { kind: 'running' as const, at: 1 } }) };
    expect(denySteps([guessing('203.0.113.7')], running)[0]?.actions).toEqual(['cancel']);
    const verified = { historyOf: () => ({ standing: { kind: 'verified' as const, at: 1 } }) };
    expect(denySteps([guessing('203.0.113.7')], verified)[0]?.actions).toContain('undo');
  });
});

it('a step of a runbook of the workspace says so, and one of the product does not', () => {
  const runbook: Runbook = {
    ...{ id: 'ours', title: 'Ours \u202E', alertTypes: ['VM_SshBruteForceFailed'] },
    steps: [{ id: 'one', phase: 'triage', title: 'Look', instruction: '', mandatory: false, risk: 'none' }],
  };
  const steps = stepsOfAlert(guessing('203.0.113.7'), resolveRunbook, known, [runbook]);
  const context = { historyOf: () => ({ standing: { kind: 'toDo' as const } }), trusted: true, simulated: false };
  const [shown] = buildRunbookModel(steps, context).phases[0]?.steps ?? [];
  expect(shown?.workspaceRunbook).toMatch(/^Ours [^\u202E]*$/);
  expect(denySteps([guessing('203.0.113.7')])[0]?.workspaceRunbook).toBeUndefined();
});

describe('the preview before a run', () => {
  it('names step, command, subscription, resource, risk, change and undo', () => {
    const steps = stepsOfAlert(guessing('203.0.113.7'), resolveRunbook, known);
    const { step, filling, resolved } = steps.find(({ ref }) => ref.stepId === 'deny-attacker-address') ?? {};
    if (resolved === undefined || step?.command === undefined || filling?.kind !== 'filled')
      throw new Error('the step has no command');
    const { command } = filling;
    const preview = {
      step,
      resolved,
      part: 'run',
      template: step.command,
      command,
      subscription: 'Shop',
      tenantId: 'tenant-1',
      simulated: false,
      held: false,
    } as const;
    const text = previewText({ ...preview, undo: command });
    for (const part of [
      step.title,
      'az network nsg rule create',
      'Subscription: Shop',
      `Resource: ${nsg}`,
      'Risk: medium',
      'To undo it: az',
    ])
      expect(text).toContain(part);
    expect(previewText(preview)).toContain('Nothing takes it back.');
    expect(previewText({ ...preview, simulated: true })).toContain('nothing is sent to Azure');
    expect(text).not.toContain('Directory:');
    expect(text).not.toContain('workspace');
    expect(text).not.toContain('like that');
    expect(previewText({ ...preview, held: true })).toContain('The resource is like that already');
    expect(previewText({ ...preview, held: true, part: 'undo' })).toContain('was like that before the step ran');
    const ofWorkspace = { ...resolved, source: 'workspace' } as const;
    expect(previewText({ ...preview, resolved: ofWorkspace })).toContain('From a runbook of this workspace: ');
  });

  it('says of a command about an account that the directory is the one of the Azure CLI, whatever the subscription', () => {
    const alert = anAlert({});
    const [step] = stepsOfAlert(alert, resolveRunbook, known);
    const template = { tool: 'az', args: ['ad', 'user', 'update', '--id={user}', '--account-enabled=false'] } as const;
    const filling = fillCommand(template, alert, { given: { user: 'ada@example.org' } });
    if (step === undefined || filling.kind !== 'filled') throw new Error('the command is filled');
    const { command } = filling;
    const about = {
      part: 'run',
      template,
      command,
      subscription: 'Shop',
      tenantId: 'tenant-1',
      simulated: false,
      held: false,
    } as const;
    const text = previewText({ ...step, ...about });
    expect(text).toContain('Directory: the one that the Azure CLI is signed in to; "az account show" names it.');
    expect(text).toContain('That of the alert is tenant-1.');
    expect(text).not.toContain('Subscription:');
  });
});
