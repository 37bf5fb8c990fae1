import {
  type Cloud,
  cloudEndpoints,
  type CloudEndpoints,
  publicCloud,
  readOrigin,
} from '../../domain/cloudEndpoints.ts';
import { Misuse } from '../misuse.ts';

/** What the options, and for the authority the environment, say of the cloud. */
export interface CloudWords {
  readonly cloud: Cloud | undefined;
  readonly resourceManagerEndpoint: string | undefined;
  readonly authorityHost: string | undefined;
  /** The sign-in asks Entra ID itself; the Azure CLI knows its own authority. */
  readonly needsAuthority: boolean;
}

/**
 * The endpoints of a cloud. An endpoint without `--cloud` means a custom one.
 *
 * @throws Misuse unless both addresses of a custom cloud are https origins: a token must not go where somebody mistyped.
 */
export function endpointsOf(words: CloudWords): CloudEndpoints {
  const { resourceManagerEndpoint, authorityHost, needsAuthority } = words;
  const cloud = words.cloud ?? (resourceManagerEndpoint === undefined ? 'public' : 'custom');
  const known = cloudEndpoints(cloud, undefined);
  if (known !== undefined) {
    if (resourceManagerEndpoint !== undefined) throw new Misuse('--resource-manager-endpoint is for --cloud custom');
    if (authorityHost === undefined) return known;
    return { ...known, authorityHost: originOf('--authority-host', authorityHost) };
  }
  return {
    resourceManagerEndpoint: originOf('--resource-manager-endpoint', resourceManagerEndpoint),
    authorityHost:
      authorityHost === undefined && !needsAuthority
        ? publicCloud.authorityHost
        : originOf('--authority-host', authorityHost),
    // Alerts are printed with the address that the service wrote into them; nothing here leads to a portal.
    portalUrl: publicCloud.portalUrl,
  };
}

function originOf(option: string, written: string | undefined): string {
  const origin = readOrigin(written);
  if (origin === undefined) throw new Misuse(`${option} takes an https origin such as https://management.example`);
  return origin;
}
