import * as vscode from 'vscode';
import type { Cloud, CloudEndpoints } from '../../domain/cloudEndpoints.ts';
import { readOrigin } from '../../domain/cloudEndpoints.ts';

/**
 * VS Code has one sign-in for all clouds but the public one, and a setting of its own that says which cloud it is for.
 * Where that differs from ours, it would give out tokens of a cloud that they are not then shown to.
 */
const section = 'microsoft-sovereign-cloud';

const environments: Readonly<Record<Exclude<Cloud, 'public'>, string>> = {
  usgovernment: 'USGovernment',
  china: 'ChinaCloud',
  custom: 'custom',
};

/** Whether VS Code signs in to the same cloud as we read from. */
export function signsInTo(cloud: Cloud, endpoints: CloudEndpoints): boolean {
  if (cloud === 'public') return true;
  const settings = vscode.workspace.getConfiguration(section);
  if (settings.get('environment') !== environments[cloud]) return false;
  if (cloud !== 'custom') return true;
  const custom = settings.get<Readonly<Record<string, unknown>> | null>('customEnvironment') ?? {};
  return (
    readOrigin(custom['activeDirectoryEndpointUrl']) === endpoints.authorityHost &&
    readOrigin(custom['resourceManagerEndpointUrl']) === endpoints.resourceManagerEndpoint
  );
}

/** Makes VS Code sign in to the cloud that we read from. For a person's yes only: other extensions use it too. */
export async function signInToSameCloud(cloud: Cloud, endpoints: CloudEndpoints): Promise<void> {
  if (cloud === 'public') return;
  const settings = vscode.workspace.getConfiguration(section);
  const global = vscode.ConfigurationTarget.Global;
  if (cloud === 'custom') await settings.update('customEnvironment', customEnvironment(endpoints), global);
  await settings.update('environment', environments[cloud], global);
}

/** VS Code wants all of them filled in, whether its sign-in uses them or not. */
function customEnvironment({ resourceManagerEndpoint, authorityHost, portalUrl }: CloudEndpoints): object {
  return {
    name: 'Custom',
    portalUrl,
    managementEndpointUrl: resourceManagerEndpoint,
    resourceManagerEndpointUrl: resourceManagerEndpoint,
    activeDirectoryEndpointUrl: authorityHost,
    activeDirectoryResourceId: resourceManagerEndpoint,
  };
}
