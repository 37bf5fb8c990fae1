import type { Runbook } from '../runbook.ts';
import { checkPolicyAddOn, rotateClusterCertificates, useWorkloadIdentity } from '../steps/clusterAccessSteps.ts';
import { connectToCluster, cordonNode, deletePod, describePod, keepPodLogs } from '../steps/clusterSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { changePodSecrets, correctOwner, drainNode, listNodeRoles } from '../steps/nodeSteps.ts';

/** From a container somebody reaches for the credentials of its node. */
export const nodeCredentials: Runbook = {
  id: 'kubernetes-credential-access',
  title: 'Container that reaches for credentials of its node',
  alertTypes: [
    'K8S.NODE_KubeConfigAccess',
    'K8S.NODE_ImdsCall',
    'K8S.NODE_KnownLinuxCredentialAccessTool',
    'K8S.NODE_SuspectPasswordFileAccess',
  ],
  steps: [
    connectToCluster,
    describePod,
    keepPodLogs,
    manualStep(
      'triage',
      'tell-which-credential',
      'Find out which credential was within reach',
      'The command line in the alert tells: 169.254.169.254 gives tokens of the identity of the node, /var/lib/kubelet/kubeconfig and its pki folder the rights of the kubelet, and /etc/shadow of the node its password hashes. Agents of monitoring and SDKs of Azure ask the metadata service, too: look whether the process is one of those.',
      { mandatory: true },
    ),
    listNodeRoles,
    deletePod,
    cordonNode,
    correctOwner,
    changePodSecrets,
    rotateClusterCertificates,
    drainNode,
    useWorkloadIdentity,
    checkPolicyAddOn,
  ],
};
