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

/** No new pods on the node; those that run stay for a look. */
export const cordonNode: RunbookStep = {
  id: 'cordon-node',
  phase: 'contain',
  title: 'Let the node take no new pods',
  instruction: 'Marks the node so that nothing new starts there. What runs on it goes on, so that it can be looked at.',
  mandatory: false,
  risk: 'medium',
  command: {
    tool: 'kubectl',
    args: ['cordon', '{node}'],
    changes: 'The cluster starts no new pods on this node.',
  },
  undo: { tool: 'kubectl', args: ['uncordon', '{node}'], changes: 'The node takes pods again.' },
};

/** Ends all pods of a workload at once, and keeps them from coming back. */
export const stopWorkload: RunbookStep = {
  id: 'stop-workload',
  phase: 'contain',
  title: 'Scale the workload to zero',
  instruction:
    'Ends every pod of the workload and starts no new ones. Write down how many there were: that number is what undoes this.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'kubectl',
    args: ['scale', '{workloadKind}/{workload}', '--namespace={workloadNamespace}', '--replicas=0'],
    changes: 'What the workload serves is down until it is scaled up again.',
  },
  whatIf: {
    tool: 'kubectl',
    args: ['get', '{workloadKind}/{workload}', '--namespace={workloadNamespace}', '--output=wide'],
  },
};

/** Who may do everything in the cluster. */
export const listClusterRoleBindings: RunbookStep = {
  id: 'list-cluster-role-bindings',
  phase: 'triage',
  title: 'See who may do what in the whole cluster',
  instruction:
    'Look for bindings to cluster-admin, and for bindings that are younger than the activity. A service account of an application has no business there.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'kubectl',
    args: ['get', 'clusterrolebindings', '--output=wide', '--sort-by=.metadata.creationTimestamp'],
  },
};

/** What can be reached from outside. */
export const listServices: RunbookStep = {
  id: 'list-services',
  phase: 'triage',
  title: 'See which services can be reached from outside',
  instruction:
    'Lists the services of all namespaces. Those of type LoadBalancer with an external address and those of type NodePort can be reached from outside the cluster.',
  mandatory: false,
  risk: 'none',
  command: { tool: 'kubectl', args: ['get', 'services', '--all-namespaces', '--output=wide'] },
};

/** No user of the cluster who is not in Entra ID. */
export const forbidLocalClusterAccounts: RunbookStep = {
  id: 'forbid-local-cluster-accounts',
  phase: 'prevent',
  title: 'Forbid local accounts of the cluster',
  instruction:
    'The local admin account has a certificate that cannot be revoked for one person. Once people use Entra ID, turn local accounts off.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['aks', 'update', '--resource-group={clusterGroup}', '--name={clusterName}', '--disable-local-accounts'],
    changes: 'Credentials of local accounts stop working, in pipelines too.',
  },
  verify: {
    resource: '{cluster}',
    apiVersion: '2023-10-01',
    property: 'properties.disableLocalAccounts',
    expect: { equals: true },
  },
  undo: {
    tool: 'az',
    args: ['aks', 'update', '--resource-group={clusterGroup}', '--name={clusterName}', '--enable-local-accounts'],
    changes: 'Local accounts can be used again.',
  },
};
