import type { Cloud } from '../../domain/cloudEndpoints.ts';
import { displayLabel } from '../../domain/displayText.ts';

export interface SignedInFacts {
  readonly method: 'vscode' | 'azureCli' | 'environment' | 'sample';
  readonly cloud: Cloud;
  /** What the account signs in as, where that is known. */
  readonly account: string | undefined;
  readonly signedOut: boolean;
}

const methods: Readonly<Record<Exclude<SignedInFacts['method'], 'vscode'>, string>> = {
  azureCli: 'Azure CLI',
  environment: 'service principal',
  sample: 'sample environment',
};

/** The public one is not named: nearly everybody means it. */
const cloudNames: Readonly<Record<Exclude<Cloud, 'public'>, string>> = {
  usgovernment: 'US Government',
  china: 'China',
  custom: 'custom cloud',
};

/** As whom and where the list was read, to stand beside the title of the view. Empty when there is nothing to say. */
export function signedInAs({ method, cloud, account, signedOut }: SignedInFacts): string {
  const who = method === 'vscode' ? account && displayLabel(account) : methods[method];
  const where = cloud === 'public' || method === 'sample' ? undefined : cloudNames[cloud];
  return [signedOut ? undefined : who, where].filter((part) => part !== undefined && part !== '').join(' · ');
}
