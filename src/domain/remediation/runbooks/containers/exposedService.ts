import type { Runbook } from '../runbook.ts';
import { connectToCluster, listServices } from '../steps/clusterSteps.ts';
import { limitPodTraffic, readAuditLog } from '../steps/clusterAccessSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { closeService, limitService } from '../steps/nodeSteps.ts';

/** Something that runs commands, or holds data, answers the internet without asking who is there. */
export const exposedService: Runbook = {
  id: 'kubernetes-exposed-service',
  title: 'Dashboard or service of a cluster open to the internet',
  alertTypes: ['K8S_ExposedDashboard', 'K8S_ExposedKubeflow', 'K8S_ExposedService', 'K8S_ExposedRedis'],
  alertNames: ['Exposed Kubernetes service detected*'],
  steps: [
    connectToCluster,
    listServices,
    manualStep(
      'triage',
      'test-without-signing-in',
      'Find out whether it answers without a sign-in',
      'From a machine outside your networks open the address of the service and do nothing but look. A dashboard, a notebook server or a Redis that shows anything without asking who you are has been found by scanners within hours: then look for what they did.',
      { mandatory: true },
    ),
    optional(readAuditLog),
    confirmWithOwner('Ask who made the service public, when, and who outside needs it.'),
    limitService,
    closeService,
    manualStep(
      'eradicate',
      'look-for-what-was-started',
      'Look for what was started through it',
      'Since the day on which it became public: new pods, cron jobs and notebooks, new cluster roles, Redis keys that hold commands or SSH keys. A dashboard that runs with cluster-admin gives all of that away, so remove its binding and renew the tokens of its service account.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'publish-behind-a-sign-in',
      'Publish it only behind a sign-in',
      'Use internal load balancers by default, and an ingress with Entra ID in front for the few things that people need from outside. For a look at a dashboard kubectl port-forward is enough. Refuse public load balancers with Azure Policy where a namespace never needs one.',
      { mandatory: true, risk: 'low' },
    ),
    limitPodTraffic,
  ],
};
