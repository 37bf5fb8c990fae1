/**
 * Words of ours for why a sign-in gave no token, beside Entra ID's numbers (`AADSTS…`) and names of errors. They stand in
 * the `detail` of a `notSignedIn` failure.
 */
const signInDetails = [
  /** The credential did not answer within its deadline. */
  'SignInTimedOut',
  /** The account that was chosen is no longer signed in to VS Code. */
  'AccountGone',
  /** VS Code's sovereign sign-in is set to another cloud than this extension. */
  'SovereignSettingDiffers',
  'AzNotFound',
  /** The only `az` on the path lies in an opened folder, so that whoever wrote the folder would receive the sign-in. */
  'AzInWorkspace',
  'AzLoginNeeded',
  'AzTooSlow',
  /** `az` ended without a token and named no reason that is known. */
  'AzFailed',
  'ServicePrincipalOfAnotherCloud',
  'CertificateUnreadable',
  'AZURE_TENANT_ID_missing',
  'AZURE_CLIENT_ID_missing',
  'AZURE_CLIENT_SECRET_missing',
  'AZURE_AUTHORITY_HOST_invalid',
] as const;

export type SignInDetail = (typeof signInDetails)[number];

const known: ReadonlySet<string> = new Set(signInDetails);

export function isSignInDetail(detail: string): detail is SignInDetail {
  return known.has(detail);
}
