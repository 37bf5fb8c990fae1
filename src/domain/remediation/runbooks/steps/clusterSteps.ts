import type { RunbookStep } from '../runbook.ts';

/** Comes before every step with kubectl: it writes the kubeconfig that those use, with this cluster alone in it. */
export const connectToCluster: RunbookStep = {
  id: 'connect-to-cluster',
  phase: 'triage',
  title: 'Get access to the cluster',
  instruction:
    'Fetches credentials for this one cluster into a file that only these steps use; your own kubeconfig stays as it is. If the cluster asks for Entra ID, install kubelogin and sign in when it tells you to.',
  mandatory: false,
  risk: 'low',
  command: {
    tool: 'az',
    args: [
      ...['aks', 'get-credentials', '--resource-group={clusterGroup}', '--name={clusterName}'],
      ...['--file={kubeconfig}', '--overwrite-existing'],
    ],
    changes: 'Writes credentials of the cluster to a file in the storage of this extension. Nothing changes in Azure.',
  },
};

/** What the pod is, who started it and with which rights. */
export const describePod: RunbookStep = {
  id: 'describe-pod',
  phase: 'triage',
  title: 'Look at the pod',
  instruction:
    'Read which image it runs, which service account it uses, what it mounts from its node, whether it is privileged, and what owns it. A pod that nothing owns was started by hand.',
  mandatory: true,
  risk: 'none',
  command: { tool: 'kubectl', args: ['describe', 'pod', '{pod}', '--namespace={podNamespace}'] },
};

/** Evidence that is lost with the pod. */
export const keepPodLogs: RunbookStep = {
  id: 'keep-pod-logs',
  phase: 'triage',
  title: 'Keep the logs of the pod',
  instruction: 'Logs go away with the pod. Read them now for commands, addresses and files that do not belong there.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'kubectl',
    args: [
      'logs',
      'pod/{pod}',
      '--namespace={podNamespace}',
      '--all-containers=true',
      '--timestamps=true',
      '--tail=2000',
    ],
  },
};

/** Takes the pod out of its services and its controller, so that it can be looked at and serves nobody. */
export const deletePod: RunbookStep = {
  id: 'delete-pod',
  phase: 'contain',
  title: 'Stop the pod',
  instruction:
    'Deletes the pod. If a deployment or another workload owns it, a new one is started at once: correct or scale down the owner first, or the attacker only gets a fresh pod.',
  mandatory: true,
  risk: 'high',
  whatIf: {
    tool: 'kubectl',
    args: ['delete', 'pod', '{pod}', '--namespace={podNamespace}', '--dry-run=server'],
  },
  command: {
    tool: 'kubectl',
    args: ['delete', 'pod', '{pod}', '--namespace={podNamespace}', '--wait=true'],
    changes: 'Ends the pod and everything that runs in it. What it held in memory and on its own disk is lost.',
  },
};
