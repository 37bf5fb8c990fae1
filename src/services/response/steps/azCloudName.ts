import { readOrigin, type Cloud } from '../../../domain/cloudEndpoints.ts';

const builtIn: Readonly<Record<Exclude<Cloud, 'custom'>, string>> = {
  public: 'AzureCloud',
  usgovernment: 'AzureUSGovernment',
  china: 'AzureChinaCloud',
};

/**
 * The name by which the Azure CLI knows a cloud; undefined for a custom one that nobody registered with it. A name that
 * it does not know would make it go back to the public cloud, and change its settings.
 *
 * @param endpoint origin of Resource Manager.
 * @param registered the CLI's `clouds.config`; only asked for where it matters.
 */
export function azCloudName(cloud: Cloud, endpoint: string | undefined, registered: () => string): string | undefined {
  if (cloud !== 'custom') return builtIn[cloud];
  let name: string | undefined;
  for (const line of registered().split(/\r?\n/)) {
    const section = /^\[([\w.-]+)\]\s*$/.exec(line)?.[1];
    if (section !== undefined) name = section;
    const [, value] = /^endpoint_resource_manager\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    if (value !== undefined && endpoint !== undefined && readOrigin(value) === readOrigin(endpoint)) return name;
  }
  return undefined;
}
