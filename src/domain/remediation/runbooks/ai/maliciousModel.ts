import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** A model file can run code when it is loaded. */
export const maliciousModel: Runbook = {
  id: 'ai-malicious-model',
  title: 'Malicious content in an uploaded model',
  alertTypes: ['AI.AIModelScan*'],
  steps: [
    manualStep(
      'triage',
      'find-out-whether-it-was-loaded',
      'Find out whether the model was loaded',
      'Take name and version from the alert and look in the workspace for endpoints, jobs and notebooks that used it since it was uploaded. A pickle or a layer with code does its harm when it is loaded, not when it is asked. Never load it to see.',
      { mandatory: true },
    ),
    readActivityLog,
    confirmWithOwner('Ask who uploaded the model, from which source, and whether its hash is that of the publisher.'),
    {
      id: 'list-endpoints-of-workspace',
      phase: 'triage',
      title: 'List the endpoints of the resource group',
      instruction:
        'Lists the machine learning resources in the resource group of the workspace: endpoints, deployments and registries. Those that serve the model of the alert have run it.',
      mandatory: false,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['resource', 'list', '--resource-group={mlWorkspaceGroup}'],
          ...['--query=[].[type,name,location,createdTime]', '--output=table'],
        ],
      },
    },
    manualStep(
      'contain',
      'archive-the-model',
      'Take the model out of use',
      'Archive all versions of the model in the registry, route the traffic of endpoints to the version before, and stop jobs and compute instances that loaded it. Keep the file, locked, for the investigation.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'treat-what-loaded-it-as-taken-over',
      'Treat what loaded it as taken over',
      'Delete the compute and make it anew. Change what it could reach: the identity of the endpoint or the user, keys of the storage of the workspace, secrets of connections. A notebook runs with the rights of the person: end their sessions, too.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'recover',
      'bring-out-a-clean-model',
      'Bring out a model that you can trust',
      'Take the model from its publisher again, compare its hash, prefer safetensors or ONNX over formats that can hold code, and let it be scanned before it is registered.',
      { risk: 'low' },
    ),
    manualStep(
      'prevent',
      'let-few-register-models',
      'Let one pipeline register models',
      'Take the right to register models away from people, let a pipeline scan and register them from a list of sources, and load models in containers without outgoing traffic and with an identity that can do little.',
      { risk: 'medium' },
    ),
  ],
};
