import * as vscode from 'vscode';

/**
 * Opens an address in the browser, letter by letter as given. A `Uri` would be decoded and encoded again on its way, and
 * a portal address with `%2F` in a blade's parameters then leads elsewhere (microsoft/vscode#85930); a string is passed
 * on untouched, although the types do not say so. Only for addresses that `safeLink` has accepted.
 */
export async function openAddress(address: string): Promise<void> {
  await vscode.env.openExternal(address as unknown as vscode.Uri);
}
