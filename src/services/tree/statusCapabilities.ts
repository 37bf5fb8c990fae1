import type { Alert } from '../../domain/alert.ts';
import { memberKeys, type Incident } from '../../domain/incident.ts';
import type { StatusAction } from '../../domain/statusAction.ts';
import { alertActions, incidentActions, type StatusActions } from '../statusActions.ts';
import type { Capability } from './capability.ts';
import type { RowFacts } from './rowFacts.ts';

const names: Readonly<Record<StatusAction, Capability>> = {
  dismiss: 'dismiss',
  resolve: 'resolve',
  inProgress: 'setInProgress',
  activate: 'activate',
};

const refusals: Readonly<Record<StatusAction, Capability>> = {
  dismiss: 'mayNotDismiss',
  resolve: 'mayNotResolve',
  inProgress: 'mayNotSetInProgress',
  activate: 'mayNotActivate',
};

/** What can be done about an alert's status, and what of it the person's roles are known not to allow. */
export function statusCapabilities(alert: Alert, facts: RowFacts): readonly Capability[] {
  return capabilitiesFor(alertActions(alert, rightsOf(facts)));
}

/** The same for all alerts of an incident together. */
export function incidentStatusCapabilities(incident: Incident, facts: RowFacts): readonly Capability[] {
  const { alerts } = facts.state.correlation;
  const keys = [...memberKeys(incident), ...(incident.declaredBy === undefined ? [] : [incident.declaredBy])];
  const listed = keys.flatMap((key) => alerts.get(key) ?? []);
  return capabilitiesFor(incidentActions(listed, rightsOf(facts)));
}

function rightsOf({ rightsIn }: RowFacts): NonNullable<RowFacts['rightsIn']> {
  return (subscriptionId) => rightsIn?.(subscriptionId);
}

function capabilitiesFor({ wanted, refused }: StatusActions): readonly Capability[] {
  return [
    ...wanted.map((action) => names[action]),
    ...refused.map((action) => refusals[action]),
    ...(refused.length === 0 ? [] : (['roleIsMissing'] as const)),
  ];
}
