import type { ParseArgsConfig } from 'node:util';
import { alertStatuses, type AlertStatus } from '../../domain/alertStatus.ts';
import { type CloudEndpoints, clouds } from '../../domain/cloudEndpoints.ts';
import { isGuid } from '../../domain/resourceId.ts';
import { severities, type Severity } from '../../domain/severity.ts';
import type { SourceChoice } from '../../services/ports.ts';
import { Misuse } from '../misuse.ts';
import { listOf, oneOf, parseWords } from '../words.ts';
import { endpointsOf } from './endpointsOf.ts';

const alertFormats = ['ndjson', 'json', 'table'] as const;
export type AlertFormat = (typeof alertFormats)[number];

const signInMethods = ['environment', 'azureCli'] as const;
export type SignInMethod = (typeof signInMethods)[number];

const sources = ['auto', 'alerts', 'graph'] as const satisfies readonly SourceChoice[];

export interface AlertsListOptions {
  /** Lower case; empty for all that the sign-in reaches. */
  readonly subscriptions: readonly string[];
  /** Lower case; empty for all that the sign-in names. */
  readonly tenants: readonly string[];
  /** Empty for every status. */
  readonly statuses: readonly AlertStatus[];
  /** Empty for every severity. */
  readonly severities: readonly Severity[];
  readonly format: AlertFormat;
  readonly signIn: SignInMethod;
  readonly endpoints: CloudEndpoints;
  readonly source: SourceChoice;
  /** Milliseconds for everything together; undefined for as long as it takes. */
  readonly timeout?: number;
}

export const alertsListUsage = `Reads the alerts of Microsoft Defender for Cloud from Azure: of all subscriptions that the sign-in reaches, or of some.

Usage: node dist/cli.js alerts list [OPTION]...

What to read:
  --subscription ID   this subscription only; may be given several times, or once with commas
  --tenant ID         the subscriptions of this tenant only; likewise
  --status WORD       alerts of this status only: ${alertStatuses.join(', ')}; likewise
  --severity WORD     alerts of this severity only: ${severities.join(', ')}; likewise

How to print it:
  --format FORMAT     ndjson (default): one whole alert a line as Azure sent it, ready for "correlate --input -";
                      json: one document, {"value": [alerts], "subscriptions": [what came of each]};
                      table: for people

From where:
  --cloud CLOUD       public (default), usgovernment, china or custom
  --resource-manager-endpoint URL, --authority-host URL
                      where Azure Resource Manager and Entra ID of a custom cloud are, as https origins
  --source SOURCE     alerts: the alerts API, a request or more for each subscription; graph: Azure Resource Graph,
                      which answers for many at once and some minutes later; auto (default): the one that fits the
                      number of subscriptions
  --sign-in METHOD    environment: the service principal of AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET (or
                      AZURE_CLIENT_CERTIFICATE_PATH), at AZURE_AUTHORITY_HOST or the cloud's own authority; azureCli:
                      whoever is signed in to the Azure CLI. Without it: environment if there is a secret or
                      certificate, azureCli otherwise
  --timeout SECONDS   stops after so long; what was read until then is printed
  --help              prints this

Alerts are printed as each subscription has been read to its end. Standard error gets one line for each subscription,
which begins with "ok" or the kind of failure, and a summary as the last line. HTTPS_PROXY and NO_PROXY are honoured; a
certificate authority of your own is named in NODE_EXTRA_CA_CERTS.

Exit codes: 0 everything was read, 3 only a part, 2 nothing, or wrong use, 130 interrupted.
`;

const strings = { type: 'string', multiple: true } as const;

const options = {
  subscription: strings,
  tenant: strings,
  status: strings,
  severity: strings,
  format: { type: 'string', default: 'ndjson' },
  cloud: { type: 'string' },
  'resource-manager-endpoint': { type: 'string' },
  'authority-host': { type: 'string' },
  source: { type: 'string', default: 'auto' },
  'sign-in': { type: 'string' },
  timeout: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/**
 * @param environment decides the sign-in where no option does.
 * @throws Misuse
 */
export function readAlertsListOptions(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): AlertsListOptions | 'help' {
  const values = parseWords(words, options);
  if (values === 'help') return 'help';
  const { timeout } = values;
  const signIn = oneOf('sign-in', values['sign-in'] ?? usualSignIn(environment), signInMethods);
  return {
    subscriptions: idsOf('--subscription', values.subscription),
    tenants: idsOf('--tenant', values.tenant),
    statuses: listOf(values.status).map((word) => oneOf('status', word, alertStatuses)),
    severities: listOf(values.severity).map((word) => oneOf('severity', word, severities)),
    format: oneOf('format', values.format, alertFormats),
    signIn,
    source: oneOf('source', values.source, sources),
    endpoints: endpointsOf({
      cloud: values.cloud === undefined ? undefined : oneOf('cloud', values.cloud, clouds),
      resourceManagerEndpoint: values['resource-manager-endpoint'],
      authorityHost: values['authority-host'] ?? environment['AZURE_AUTHORITY_HOST'],
      needsAuthority: signIn === 'environment',
    }),
    ...(timeout === undefined ? {} : { timeout: millisecondsOf(timeout) }),
  };
}

/** The proof decides: the other variables are also set where no service principal is meant, as in workload identity. */
function usualSignIn(environment: Readonly<Record<string, string | undefined>>): SignInMethod {
  const proofs = ['AZURE_CLIENT_SECRET', 'AZURE_CLIENT_CERTIFICATE_PATH'];
  return proofs.some((name) => (environment[name] ?? '') !== '') ? 'environment' : 'azureCli';
}

function idsOf(option: string, written: readonly string[] | undefined): readonly string[] {
  const ids = listOf(written).map((id) => id.toLowerCase());
  const wrong = ids.find((id) => !isGuid(id));
  if (wrong !== undefined) throw new Misuse(`${option} takes an id such as 00000000-0000-0000-0000-000000000000`);
  return [...new Set(ids)];
}

/** The longest that a timer of Node.js can wait, in seconds; a longer one would end at once. */
const longestTimeout = 2_147_483;

function millisecondsOf(text: string): number {
  const seconds = text.trim() === '' ? NaN : Number(text);
  if (!(seconds > 0 && seconds <= longestTimeout)) throw new Misuse('--timeout takes a number of seconds above 0');
  return seconds * 1_000;
}
