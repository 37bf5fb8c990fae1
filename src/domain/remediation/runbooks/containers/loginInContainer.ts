import type { Runbook } from '../runbook.ts';
import { checkPolicyAddOn } from '../steps/clusterAccessSteps.ts';
import { connectToCluster, deletePod, describePod, keepPodLogs, listServices } from '../steps/clusterSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { changePodSecrets, correctOwner, drainNode } from '../steps/nodeSteps.ts';

/** Somebody makes it possible to sign in again: a user, a password, a key, an SSH server. */
export const loginInContainer: Runbook = {
  id: 'kubernetes-login-in-container',
  title: 'Way to sign in that was added to a container or node',
  alertTypes: [
    'K8S.NODE_SuspectUserAddition',
    'K8S.NODE_SuspectPasswordChange',
    'K8S.NODE_SshKeyAccess',
    'K8S.NODE_ContainerSSH',
  ],
  steps: [
    connectToCluster,
    optional(describePod),
    keepPodLogs,
    listServices,
    confirmWithOwner('Ask whether the image starts an SSH server on purpose, or an entry script creates its user.'),
    manualStep(
      'triage',
      'tell-container-from-node',
      'Find out whether it was the container or its node',
      'A user or key inside a container is gone with the pod. If the pod mounts /etc, /root or /home of its node, or is privileged, then the change is on the node and outlives it. Note the name of the user and the key: the same ones are often put on other machines.',
      { mandatory: true },
    ),
    deletePod,
    {
      ...correctOwner,
      instruction:
        'Take the SSH server, the user or the key out of the image and its entry script, and bring it out through the pipeline. If the image does not hold them, somebody got into the container: find the way and close it.',
    },
    changePodSecrets,
    drainNode,
    manualStep(
      'prevent',
      'use-exec-instead-of-ssh',
      'Use kubectl exec instead of SSH',
      'Exec goes through the API server, with the rights of a person and an entry in the audit log. Grant pods/exec to few, for a limited time, and run containers as a user that is not root, so that neither users nor SSH servers can be added.',
      { risk: 'low' },
    ),
    checkPolicyAddOn,
  ],
};
