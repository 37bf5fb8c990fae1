import type { Runbook } from '../runbook.ts';
import { limitImages } from '../steps/clusterAccessSteps.ts';
import { connectToCluster, deletePod, describePod, keepPodLogs, stopWorkload } from '../steps/clusterSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { changePodSecrets, correctOwner } from '../steps/nodeSteps.ts';

/** A program runs in a container that did not come with its image. */
export const downloadedBinary: Runbook = {
  id: 'kubernetes-downloaded-program',
  title: 'Program in a container that is not from its image',
  alertTypes: [
    'K8S.NODE_SuspectDownload*',
    'K8S.NODE_DownloadAndRun*',
    'K8S.NODE_SuspectNohup',
    '*BinaryDrift*',
    '*DriftBinary*',
    '*DriftDetect*',
    'K8S*Malware*',
    'Containers*MalwareBlocking*',
    'MalwareBlocking*',
  ],
  steps: [
    connectToCluster,
    optional(describePod),
    keepPodLogs,
    manualStep(
      'triage',
      'judge-the-program',
      'Judge what was downloaded and run',
      'Take address, path and hash from the alert and look them up in threat intelligence, without opening the address yourself. Containers should not change while they run: a program that is not in the image came from an attacker, or from a start script that installs packages. The log of the pod tells which.',
      { mandatory: true },
    ),
    confirmWithOwner('Ask whether the container installs or updates something when it starts.'),
    stopWorkload,
    deletePod,
    {
      ...correctOwner,
      instruction:
        'Find how the file got in: a hole in the application, an upload, a dependency that was replaced, or kubectl exec. Repair that and rebuild the image. If a start script downloads what it needs, move that into the build, where it is scanned.',
    },
    changePodSecrets,
    manualStep(
      'prevent',
      'block-binary-drift',
      'Refuse programs that are not from the image',
      'Turn on the binary drift policy of Defender for Containers, first as an alert and then to block, for namespaces whose images do not change while they run. A read-only root file system does the same without an agent.',
      { risk: 'medium' },
    ),
    limitImages,
  ],
};
