import { parseResourceId } from '../../domain/resourceId.ts';

/** Address of a resource's page in the cloud's portal; undefined when the id is not an ARM id. */
export function portalResourceUrl(portalUrl: string, resourceId: string, tenantId?: string): string | undefined {
  if (parseResourceId(resourceId) === undefined) return undefined;
  const path = resourceId.toWellFormed().split('/').map(encodeURIComponent).join('/');
  const directory = tenantId === undefined ? '' : `@${encodeURIComponent(tenantId)}/`;
  return `${portalUrl}/#${directory}resource${path.startsWith('/') ? path : `/${path}`}`;
}

/** Defender for Cloud's list of recommendations: page 5 of its menu, as its documentation links it. */
export function portalRecommendationsUrl(portalUrl: string): string {
  return `${portalUrl}/#view/Microsoft_Azure_Security/SecurityMenuBlade/~/5`;
}
