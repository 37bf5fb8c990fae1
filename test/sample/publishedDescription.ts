import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { readShared } from './sharedData.ts';
import type { ValidateFunction } from 'ajv';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly schema?: { readonly $ref: string } }>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

interface Schema {
  required?: readonly string[];
  properties: Record<string, Record<string, unknown>>;
  additionalProperties?: unknown;
}

/** A place where the published description is known to say something else than the service does. */
export interface Deviation {
  readonly document: string;
  readonly definition: string;
  readonly reason: string;
  readonly correct: (schema: Schema) => void;
}

const security = 'security/resource-manager/Microsoft.Security';
const documents: Readonly<Record<string, string>> = {
  'alerts 2022-01-01': `${security}/stable/2022-01-01/alerts.json`,
  'alerts 2021-11-01': `${security}/stable/2021-11-01/alerts.json`,
  'rules 2019-01-01-preview': `${security}/preview/2019-01-01-preview/alertsSuppressionRules.json`,
  'subscriptions 2022-12-01': 'resources/resource-manager/Microsoft.Resources/stable/2022-12-01/subscriptions.json',
  'graph 2021-03-01': 'resourcegraph/resource-manager/Microsoft.ResourceGraph/stable/2021-03-01/resourcegraph.json',
  'graph 2022-10-01': 'resourcegraph/resource-manager/Microsoft.ResourceGraph/stable/2022-10-01/resourcegraph.json',
};
const shared = [
  'security/resource-manager/common/v1/types.json',
  ...['v1', 'v2', 'v3', 'v5'].map((version) => `common-types/resource-management/${version}/types.json`),
];

const anyValue = 'In these descriptions "object" stands for any value: the recordings hold strings and numbers here.';
const severalTactics = 'The recordings hold several tactics in one string, such as "Persistence, CredentialAccess".';
const lastPage = 'Resource Manager leaves nextLink out where there is no further page.';
const arrayOfRows = 'The examples of the same description hold an array of rows here.';

export const deviations: readonly Deviation[] = [
  ...['alerts 2022-01-01', 'alerts 2021-11-01'].flatMap((document): readonly Deviation[] => [
    { document, definition: 'AlertEntity', reason: anyValue, correct: (schema) => delete schema.additionalProperties },
    { document, definition: 'AlertProperties', reason: severalTactics, correct: allowSeveralTactics },
  ]),
  {
    document: 'alerts 2022-01-01',
    definition: 'AlertProperties',
    reason: anyValue,
    correct: (schema) => delete schema.properties['supportingEvidence']?.['additionalProperties'],
  },
  ...['SubscriptionListResult', 'TenantListResult'].map((definition): Deviation => ({
    document: 'subscriptions 2022-12-01',
    definition,
    reason: lastPage,
    correct: (schema) => delete schema.required,
  })),
  ...['graph 2021-03-01', 'graph 2022-10-01'].map((document): Deviation => ({
    document,
    definition: 'QueryResponse',
    reason: arrayOfRows,
    correct: (schema) => (schema.properties['data'] = { type: ['array', 'object'] }),
  })),
];

function allowSeveralTactics(schema: Schema): void {
  const tactic = (schema.properties['intent']?.['enum'] as readonly string[]).join('|');
  schema.properties['intent'] = { type: 'string', pattern: `^(${tactic})(, (${tactic}))*$` };
}

export interface Answered {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly body: string;
}

/**
 * What the published descriptions find wrong with an answer; nothing when it is as described.
 * @param known the deviations to allow for
 */
export function descriptionChecker(
  known: readonly Deviation[] = deviations,
): (answered: Answered) => readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, formats: { int64: true, int32: true } });
  addFormats(ajv);
  const loaded = Object.entries(documents).map(([name, path]) => ({
    name,
    path,
    description: load(name, path, known),
  }));
  for (const { path, description } of loaded) ajv.addSchema(description, uriOf(path));
  for (const path of shared) ajv.addSchema(readShared(`swagger/specification/${path}`) as object, uriOf(path));

  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (uri: string): ValidateFunction => {
    const validate = compiled.get(uri) ?? ajv.compile({ $ref: uri });
    compiled.set(uri, validate);
    return validate;
  };

  return ({ method, url, status, body }) => {
    const found = loaded.flatMap(({ name, path, description }) =>
      name.endsWith(` ${versionOf(url)}`)
        ? operationsOf(description, method, url).map((operation) => ({ path, operation }))
        : [],
    )[0];
    if (found === undefined) return [`no published operation: ${method} ${url}`];
    const { responses } = found.operation;
    const expected = responses[String(status)] ?? (status >= 400 ? responses['default'] : undefined);
    if (expected === undefined) return [`status ${String(status)} is not published for ${method} ${url}`];
    if (expected.schema === undefined) return body === '' ? [] : ['a body where none is published'];
    const validate = validatorOf(new URL(expected.schema.$ref, uriOf(found.path)).href);
    validate(JSON.parse(body));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };
}

function load(name: string, path: string, known: readonly Deviation[]): Description {
  const description = readShared(`swagger/specification/${path}`) as Description;
  for (const { document, definition, correct } of known) {
    const schema = description.definitions[definition];
    if (document === name && schema !== undefined) correct(schema);
  }
  return description;
}

function operationsOf(description: Description, method: string, url: string): readonly Operation[] {
  const { pathname } = new URL(url);
  return Object.entries(description.paths).flatMap(([template, operations]) => {
    const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`, 'i');
    const operation = operations[method.toLowerCase()];
    return pattern.test(pathname) && operation !== undefined ? [operation] : [];
  });
}

function versionOf(url: string): string {
  return new URL(url).searchParams.get('api-version') ?? '';
}

function uriOf(path: string): string {
  return `https://descriptions.example/${path}`;
}
