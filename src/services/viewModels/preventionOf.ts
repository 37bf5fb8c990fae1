import { parseResourceId } from '../../domain/resourceId.ts';
import type { PreventionModel } from '../../protocol/checklistModel.ts';
import type { PanelActionTable } from './panelActions.ts';
import type { PanelContext } from './panelContext.ts';
import { portalRecommendationsUrl } from './portalLinks.ts';

/** General hardening by ARM provider and type, in this product's own words: the service sends none with an alert. */
const adviceByType: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^microsoft\.(compute|hybridcompute)\//i,
    [
      'Close management ports (SSH, RDP) to the internet; open them just in time, for named addresses.',
      'Turn on automatic operating-system updates and endpoint protection.',
    ],
  ],
  [
    /^microsoft\.web\//i,
    ['Turn off remote debugging and FTP, require HTTPS with current TLS, and restrict access to the deployment site.'],
  ],
  [
    /^microsoft\.container/i,
    [
      'Allow the API server from known addresses only, turn off local accounts, and admit signed images only.',
      'Forbid privileged containers and host mounts by policy.',
    ],
  ],
  [
    /^microsoft\.storage\//i,
    [
      'Turn off anonymous blob access and shared-key authorisation; allow known networks only.',
      'Rotate account keys and give out short-lived, user-delegated SAS tokens.',
    ],
  ],
  [
    /^microsoft\.(sql|dbfor|documentdb|synapse)/i,
    ['Allow known networks only, sign in with Entra ID instead of passwords or keys, and keep auditing on.'],
  ],
  [
    /^microsoft\.keyvault\//i,
    ['Restrict the vault to known networks, use role-based access, and keep purge protection on.'],
  ],
  [
    /^microsoft\.network\//i,
    ['Review security rules that allow any source, and put public endpoints behind a firewall.'],
  ],
];

const adviceForAll =
  'Require multifactor authentication, and review who holds privileged roles on the affected resources.';

/** What makes the same attack harder next time, for the kinds of resources that were attacked. */
export function preventionOf(
  resourceIds: readonly string[],
  context: PanelContext,
  actions: PanelActionTable,
): PreventionModel {
  const types = resourceIds.map((id) => parseResourceId(id)?.type ?? '');
  const specific = adviceByType.filter(([pattern]) => types.some((type) => pattern.test(type)));
  return {
    advice: [...specific.flatMap(([, advice]) => advice), adviceForAll],
    links: [actions.link('Security recommendations', portalRecommendationsUrl(context.portalUrl))],
  };
}
