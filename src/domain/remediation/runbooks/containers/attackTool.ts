import type { Runbook } from '../runbook.ts';
import { limitImages } from '../steps/clusterAccessSteps.ts';
import { connectToCluster, deletePod, describePod, keepPodLogs, stopWorkload } from '../steps/clusterSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { changePodSecrets, correctOwner, drainNode, listNodePods } from '../steps/nodeSteps.ts';

/** Tools of attackers in a container, from looking around to taking part in attacks on others. */
export const clusterAttackTool: Runbook = {
  id: 'kubernetes-attack-tool',
  title: 'Tool of attackers in a container',
  alertTypes: [
    'K8S.NODE_KnownLinuxAttackTool',
    'K8S.NODE_KnownLinuxDDoSToolkit',
    'K8S.NODE_CommonBot',
    'K8S.NODE_LinuxBackdoorArtifact',
    'K8S.NODE_MitreCaldera*',
    'K8S.NODE_ReconnaissanceArtifacts*',
  ],
  steps: [
    connectToCluster,
    describePod,
    keepPodLogs,
    confirmWithOwner(
      'Ask whether somebody tests the cluster, with dates and the namespace in writing. Caldera and scanners of open ports are used by testers as well; a bot, a backdoor or a flooding tool is not.',
    ),
    {
      ...listNodePods,
      title: 'Look for the same tool in other pods',
      instruction:
        'Lists all pods with their nodes. Look for pods with the same image, the same owner or on the same node, and ask Defender for alerts with the same file or address. A burst of commands that look around comes early: there may still be time.',
    },
    stopWorkload,
    deletePod,
    correctOwner,
    changePodSecrets,
    drainNode,
    manualStep(
      'prevent',
      'make-the-root-file-system-read-only',
      'Let nothing be written and run in containers',
      'Set readOnlyRootFilesystem with an emptyDir for the folders that the application writes to, and forbid in the policy what these tools need: root, NET_RAW and SYS_ADMIN, and the network of the node.',
      { risk: 'medium' },
    ),
    limitImages,
  ],
};
