import type { Runbook } from '../runbook.ts';
import { connectToCluster, deletePod, describePod, keepPodLogs, stopWorkload } from '../steps/clusterSteps.ts';
import { limitImages, readAuditLog } from '../steps/clusterAccessSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { changePodSecrets, correctOwner, listNodePods } from '../steps/nodeSteps.ts';

/** Somebody computes coins at your cost. The miner is loud; the way in that it shows is what matters. */
export const clusterCryptoMining: Runbook = {
  id: 'kubernetes-crypto-mining',
  title: 'Coin mining in a cluster',
  alertTypes: ['K8S_MaliciousContainerImage', 'K8S.NODE_DigitalCurrencyMining', 'K8S.NODE_CryptoCoinMiner*'],
  steps: [
    connectToCluster,
    describePod,
    {
      ...keepPodLogs,
      instruction:
        'Keep the logs before the pod is gone. A miner names its pool, its wallet and its worker; note them, because the same names on other pods or machines show how far it went.',
    },
    {
      ...listNodePods,
      title: 'Look for more miners',
      instruction:
        'Lists all pods with their nodes. Miners come in numbers: look for the same image or name in other namespaces, for daemon sets that put one on each node, and for pods in kube-system that your cluster did not come with.',
    },
    {
      ...readAuditLog,
      instruction:
        'Shows where the cluster sends its logs. Search kube-audit-admin for the creation of the pod or its owner: user, address and user agent tell whether it came through the API server with a stolen credential. If nothing created it, the miner was started inside a container of yours, through a hole in its application.',
    },
    stopWorkload,
    deletePod,
    correctOwner,
    changePodSecrets,
    manualStep(
      'recover',
      'look-at-the-bill',
      'Look at scale and cost',
      'Look whether the autoscaler added nodes for the miner, and scale the pools back. Compare the cost of the subscription per day since the first trace, and look in other regions and subscriptions for machines that were made with the same credentials.',
    ),
    limitImages,
    manualStep(
      'prevent',
      'limit-cpu',
      'Limit what a namespace may use',
      'Give every namespace of applications a resource quota and default limits. A miner then gets the processor time of one application instead of that of the whole cluster, and stands out when the limit is reached.',
      { risk: 'medium' },
    ),
  ],
};
