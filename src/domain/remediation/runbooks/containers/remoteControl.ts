import type { Runbook } from '../runbook.ts';
import { limitPodTraffic, readAuditLog } from '../steps/clusterAccessSteps.ts';
import { connectToCluster, deletePod, describePod, keepPodLogs } from '../steps/clusterSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { changePodSecrets, correctOwner, drainNode } from '../steps/nodeSteps.ts';

/** Somebody types commands in a container. */
export const remoteControl: Runbook = {
  id: 'kubernetes-remote-control',
  title: 'Shell or tunnel out of a container',
  alertTypes: [
    'K8S.NODE_ReverseShell',
    'K8S.NODE_Webshell',
    'K8S.NODE_SuspectPortForwarding',
    'K8S.NODE_SuspectConnection',
    'K8S.NODE_ExploitAttempt',
  ],
  steps: [
    connectToCluster,
    describePod,
    keepPodLogs,
    manualStep(
      'triage',
      'follow-the-process',
      'Follow the process back to where it came from',
      'Read the parent of the process in the alert. A web server that starts a shell means a hole in the application; runc or containerd-shim means kubectl exec by somebody with rights in the cluster. The address at the other end is the one to look for on all other machines.',
      { mandatory: true },
    ),
    {
      ...readAuditLog,
      mandatory: false,
      instruction:
        'Shows where the cluster sends its logs. Look for the verb create on pods/exec, pods/attach and pods/portforward around the time of the alert. If it is there, a person or a pipeline opened the shell, and their credential is what you have to contain.',
    },
    manualStep(
      'contain',
      'cut-the-connection',
      'Cut the connection, and keep the pod for a look',
      'With an engine for network policies, add a policy that selects a label such as incident=quarantine and allows nothing, and put that label on the pod. Take the labels of its service away from it, so that the controller starts a clean one beside it. Without such an engine stop the pod at once.',
      { risk: 'medium' },
    ),
    deletePod,
    correctOwner,
    changePodSecrets,
    drainNode,
    limitPodTraffic,
    manualStep(
      'prevent',
      'leave-no-shell-in-images',
      'Leave no shell and no tools in images',
      'Build on distroless or other minimal images, run as a user that is not root, drop all capabilities and set allowPrivilegeEscalation to false. A hole in the application then yields much less.',
      { risk: 'medium' },
    ),
  ],
};
