/** What tools say when something is wrong that is not the command's fault, and what to do about it. */
const known: readonly { readonly says: RegExp; readonly advice: (tenantId: string | undefined) => string }[] = [
  {
    says: /az login|AADSTS\d{5}|The subscription of '[^']*' doesn't exist in cloud|No subscription found/,
    advice: (tenantId) => {
      const tenant = tenantId === undefined ? '' : ` --tenant ${tenantId}`;
      return `The Azure CLI has a sign-in of its own, and that does not reach the alert's subscription. Run "az login${tenant}" in a terminal, then run the step again.`;
    },
  },
  {
    says: /\(AuthorizationFailed\)|does not have authorization to perform action/,
    advice: () =>
      'The account that the Azure CLI is signed in with may not do this. Ask the owner of the resource for a role that allows the action which the message names.',
  },
  {
    says: /is misspelled or not recognized by the system|unrecognized arguments/,
    advice: () => 'This Azure CLI does not know the command: a newer version is needed. "az upgrade" installs it.',
  },
  {
    says: /requires the extension|The command requires .*extension/,
    advice: () =>
      'The command is part of an extension of the Azure CLI that is not installed. "az extension add" installs it.',
  },
  {
    says: /\(ScopeLocked\)/,
    advice: () => 'A lock on the resource forbids changes. Its owner can remove the lock for the time of the change.',
  },
];

/** What helps after a command failed, by what it wrote; undefined where only its own words can tell. */
export function failureAdvice(output: string, tenantId: string | undefined): string | undefined {
  return known.find(({ says }) => says.test(output))?.advice(tenantId);
}
