import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

const registry = ['--resource-group={registryGroup}', '--name={registryName}'] as const;
const repository = ['acr', 'repository', 'update', '--name={registryName}', '--repository={repository}'] as const;

/** Somebody pulls from a registry, or pushes into it, as nobody did before. */
export const registryAccess: Runbook = {
  id: 'container-registry-access',
  title: 'Unusual access to a container registry',
  alertTypes: ['ACR_*', 'ACR.*', 'ContainerRegistry*', 'Registry_*', 'Registry.*'],
  steps: [
    manualStep(
      'triage',
      'read-registry-log',
      'Read who pulled and pushed what',
      'In the workspace of the registry search ContainerRegistryRepositoryEvents and ContainerRegistryLoginEvents around the time of the alert: identity, address, repository, tag and digest. A pull tells that images, with whatever secrets are in them, were copied; a push that something foreign may run soon.',
      { mandatory: true },
    ),
    {
      id: 'show-registry-access',
      phase: 'triage',
      title: 'See how the registry can be reached',
      instruction:
        'Shows whether the admin user is on, whether everybody may pull without signing in, and from which networks it is reached. The admin user is one password for all: its use names nobody.',
      mandatory: false,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['acr', 'show', ...registry],
          '--query=[adminUserEnabled,anonymousPullEnabled,publicNetworkAccess,networkRuleSet.defaultAction]',
        ],
      },
    },
    {
      id: 'list-manifests',
      phase: 'triage',
      title: 'Compare the images with those that you built',
      instruction:
        'Lists the images of the repository, the youngest first. Compare digests and times with the runs of your pipeline. A tag that moved without a run was pushed by somebody else.',
      mandatory: false,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['acr', 'manifest', 'list-metadata', '--registry={registryName}', '--name={repository}'],
          ...['--orderby=time_desc', '--top=20', '--query=[].[digest,createdTime,lastUpdateTime]', '--output=table'],
        ],
      },
    },
    readActivityLog,
    confirmWithOwner('Ask the owners of the pipeline and of the clusters that pull from here whether they were moved.'),
    {
      id: 'lock-repository',
      phase: 'contain',
      title: 'Let nobody push to the repository',
      instruction:
        'Refuses pushes to the repository and deletions of its images, so that neither an attacker nor a pipeline changes what you look at. Clusters go on pulling: move them to a digest that you trust.',
      mandatory: true,
      risk: 'medium',
      whatIf: {
        tool: 'az',
        args: [
          ...['acr', 'repository', 'show', '--name={registryName}', '--repository={repository}'],
          '--query=changeableAttributes',
        ],
      },
      command: {
        tool: 'az',
        args: [...repository, '--write-enabled=false', '--output=none'],
        changes: 'Pipelines can no longer push to this repository.',
      },
      undo: {
        tool: 'az',
        args: [...repository, '--write-enabled=true', '--output=none'],
        changes: 'Pushes to the repository are accepted again.',
      },
    },
    {
      id: 'turn-off-admin-user',
      phase: 'contain',
      title: 'Turn off the admin user of the registry',
      instruction:
        'Refuses the shared name and password of the registry. Whatever still pulls with them stops at its next start: look through pull secrets of clusters and settings of apps first.',
      mandatory: false,
      risk: 'high',
      command: {
        tool: 'az',
        args: ['acr', 'update', ...registry, '--admin-enabled=false', '--output=none'],
        changes: 'Nobody signs in to the registry with the shared password.',
      },
      verify: {
        resource: '{registry}',
        apiVersion: '2023-07-01',
        property: 'properties.adminUserEnabled',
        expect: { equals: false },
      },
      undo: {
        tool: 'az',
        args: ['acr', 'update', ...registry, '--admin-enabled=true', '--output=none'],
        changes: 'The shared name and password are accepted again, the same ones as before.',
      },
    },
    manualStep(
      'eradicate',
      'remove-foreign-images',
      'Remove foreign images, wherever they run',
      'Delete the images that your pipeline did not build, by digest, and stop every pod, app and job that was started from them. Build again from sources that were reviewed, and give the tag to the new image.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'change-secrets-in-images',
      'Change secrets that are inside the images',
      'Treat every key, token and certificate in a layer of a pulled image as known to whoever pulled it, in older tags as well. Change them, and take them out of the build.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'use-scoped-identities',
      'Let identities pull and push, each its own',
      'AcrPull for clusters, AcrPush for one pipeline, scoped tokens for everybody outside, and a private endpoint or named networks for the registry. Sign images and let clusters refuse those without a signature.',
      { risk: 'low' },
    ),
  ],
};
