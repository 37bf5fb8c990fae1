import { describe, expect, it } from 'vitest';
import { createSampleGateway } from '../../src/azure/index.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { StatusAction } from '../../src/domain/statusAction.ts';
import { noon } from '../builders/alert.ts';
import { uncancelled } from './inProcessArm.ts';

const silent = { info: () => undefined, warn: () => undefined };
const aGateway = () => createSampleGateway({ clock: { now: () => noon }, log: silent });

async function readAll(gateway = aGateway()) {
  const listed = await gateway.listSubscriptions(uncancelled);
  if (!listed.ok) throw new Error(listed.failure.kind);
  expect(listed.failedTenants).toBeUndefined();
  const answers = await Promise.all(listed.value.map((each) => gateway.listAlerts(each, uncancelled)));
  return {
    subscriptions: listed.value,
    answers,
    alerts: answers.flatMap((answer): readonly Alert[] => (answer.ok ? answer.value.alerts : [])),
  };
}

describe('the sample environment through the real SDK', () => {
  it('has subscriptions in two tenants, one forbidden, one not registered, one that pages', async () => {
    const { subscriptions, answers } = await readAll();
    expect(new Set(subscriptions.map(({ tenantId }) => tenantId)).size).toBe(2);
    const failures = answers.flatMap((answer) => (answer.ok ? [] : [answer.failure.kind]));
    expect(failures.sort()).toEqual(['forbidden', 'notRegistered']);
    expect(answers.some((answer) => answer.ok && answer.value.pages > 1)).toBe(true);
  });

  it('sends nothing that the mapper cannot read', async () => {
    const { answers, alerts } = await readAll();
    expect(alerts.length).toBeGreaterThanOrEqual(90);
    expect(alerts.filter(({ unreadable }) => unreadable)).toEqual([]);
    expect(answers.flatMap((answer) => (answer.ok ? answer.value.skipped : []))).toEqual([]);
    expect(alerts.filter(({ isIncident }) => isIncident).length).toBeGreaterThanOrEqual(3);
  });

  it('keeps each change of state for the session', async () => {
    const gateway = aGateway();
    const { alerts } = await readAll(gateway);
    const changes: [StatusAction, string][] = [
      ['inProgress', 'InProgress'],
      ['resolve', 'Resolved'],
      ['dismiss', 'Dismissed'],
      ['activate', 'Active'],
    ];
    for (const [index, [action, status]] of changes.entries()) {
      const alert = alerts[index]!;
      expect(await gateway.setStatus(alert, action, uncancelled)).toEqual({ kind: 'changed' });
      const again = await readAll(gateway);
      expect(again.alerts.find(({ key }) => key === alert.key)?.status).toBe(status);
    }
  });
});
