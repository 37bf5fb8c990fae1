import type { Runbook } from '../runbook.ts';
import { checkPolicyAddOn, keepAuditLog, readAuditLog } from '../steps/clusterAccessSteps.ts';
import { connectToCluster, cordonNode, deletePod, describePod, keepPodLogs } from '../steps/clusterSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { correctOwner, drainNode } from '../steps/nodeSteps.ts';

/** Somebody removes traces, or turns off what would see them. */
export const clusterHiddenTraces: Runbook = {
  id: 'kubernetes-hidden-traces',
  title: 'Traces removed or protection stopped on a node',
  alertTypes: [
    'K8S.NODE_HistoryFileCleared',
    'K8S.NODE_SystemLogRemoval',
    'K8S.NODE_TimestampTampering',
    'K8S.NODE_SuspectProcessTermination',
    'K8S.NODE_TimerServiceDisabled',
  ],
  steps: [
    connectToCluster,
    describePod,
    keepPodLogs,
    manualStep(
      'triage',
      'find-what-was-hidden',
      'Find out what was to be hidden',
      'Traces are removed after something else. Look at all alerts and audit entries of the pod and its node for the day before. Image builds also clear histories and set times of files, but they run in pipelines and not on nodes of a cluster.',
      { mandatory: true },
    ),
    optional(readAuditLog),
    deletePod,
    cordonNode,
    correctOwner,
    {
      ...drainNode,
      title: 'Replace the node',
      instruction:
        'A node whose logs or protection were tampered with cannot prove that it is clean. Take a snapshot of its disk if somebody investigates, drain it, and delete its instance from the scale set so that the cluster makes a new one with its agents.',
    },
    manualStep(
      'recover',
      'check-the-sensor',
      'Check that protection runs on every node',
      'List the pods of the Defender sensor in kube-system: there has to be one that is ready on each node. Look in Defender for Cloud whether the cluster reports since the alert, because silence afterwards says nothing.',
    ),
    keepAuditLog,
    manualStep(
      'prevent',
      'send-logs-away-at-once',
      'Send logs away at once',
      'Collect output of containers and syslog of nodes with Container insights, so that they leave the node within seconds. Forbid host mounts of /var/log and the process namespace of the node, without which no container reaches these files.',
      { risk: 'low' },
    ),
    checkPolicyAddOn,
  ],
};
