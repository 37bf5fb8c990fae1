// The import matrix of ARCHITECTURE.md as failing checks. Each rule is proven by a planted offender in
// test/contract/importMatrix.test.ts.
'use strict';

const vscodeModule = '(^vscode$|@types/vscode)';
const azureModule = '(^@azure/|node_modules/@azure/)';

/** Folders under src that a room may import statically, besides itself. */
const mayImport = {
  domain: [],
  protocol: ['domain'],
  services: ['domain', 'protocol'],
  azure: ['domain', 'services'],
  sample: ['domain', 'services'],
  cli: ['domain', 'protocol', 'services', 'azure', 'sample'],
  worker: ['domain', 'services'],
  'webview-ui': ['domain', 'protocol'],
};
const hostRooms = '^src/(platform|commands|tree|panels|subscriptions|response)/|^src/(container|extension)\\.ts$';

function pureRoom(room) {
  const from = room === 'webview-ui' ? '^webview-ui/' : `^src/${room}/`;
  const allowed = [room, ...mayImport[room]].map((name) => (name === 'webview-ui' ? '^webview-ui/' : `^src/${name}/`));
  return {
    name: `${room}-imports-only-${['itself', ...mayImport[room]].join('-')}`,
    comment: `${room} may import only ${['itself', ...mayImport[room]].join(', ')}: see the matrix in ARCHITECTURE.md.`,
    severity: 'error',
    from: { path: from },
    to: { path: '^(src|webview-ui|test)/', pathNot: allowed },
  };
}

function without(room, name, comment, path) {
  return { name: `${room}-without-${name}`, comment, severity: 'error', from: { path: `^src/${room}/` }, to: { path } };
}

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Modules that need each other are one module, or share a third. Types alone may refer both ways.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that resolves to nothing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    pureRoom('domain'),
    pureRoom('protocol'),
    pureRoom('services'),
    pureRoom('webview-ui'),
    pureRoom('cli'),
    pureRoom('worker'),
    {
      name: 'azure-imports-only-domain-and-ports',
      comment:
        'The adapter speaks domain and ports; use-cases belong to services. The sample environment is reached by import().',
      severity: 'error',
      from: { path: '^src/azure/' },
      to: {
        path: '^(src|webview-ui|test)/',
        pathNot: ['^src/azure/', '^src/domain/', '^src/services/ports\\.ts$', '^src/sample/'],
      },
    },
    {
      name: 'wire-imports-only-domain',
      comment: 'The command line reads rows with it and must not load the SDK, nor anything that does.',
      severity: 'error',
      from: { path: '^src/azure/wire/' },
      to: { pathNot: ['^src/azure/wire/', '^src/domain/'] },
    },
    {
      name: 'sample-imports-only-domain-and-ports',
      comment: 'The sample environment is Azure: it knows the wire, not our use-cases.',
      severity: 'error',
      from: { path: '^src/sample/' },
      to: { path: '^(src|webview-ui|test)/', pathNot: ['^src/sample/', '^src/domain/', '^src/services/ports\\.ts$'] },
    },
    ...['domain', 'protocol', 'services', 'azure', 'sample', 'cli', 'worker'].map((room) =>
      without(
        room,
        'vscode',
        'Only platform, commands, tree, panels, container and extension may use vscode.',
        vscodeModule,
      ),
    ),
    ...['domain', 'protocol', 'services', 'sample', 'cli', 'worker'].map((room) =>
      without(room, 'azure-sdk', 'Only src/azure may use the Azure SDK.', azureModule),
    ),
    ...['domain', 'protocol', 'services'].map((room) => ({
      ...without(room, 'node', 'This room is pure: take what you need as a parameter or a port.', ''),
      to: { dependencyTypes: ['core'] },
    })),
    {
      name: 'webview-without-host',
      comment: 'The webview talks to the host by messages only.',
      severity: 'error',
      from: { path: '^webview-ui/' },
      to: { path: [vscodeModule, azureModule] },
    },
    {
      name: 'webview-without-node',
      comment: 'The webview runs in a browser.',
      severity: 'error',
      from: { path: '^webview-ui/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'extension-reaches-product-by-import-call',
      comment: 'The product would load at activation: reach src/container.ts by import().',
      severity: 'error',
      from: { path: '^src/extension\\.ts$' },
      to: { path: '^src/container\\.ts$', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'host-reaches-azure-by-import-call',
      comment: 'The SDK would load at activation: reach src/azure and src/sample by import().',
      severity: 'error',
      from: { path: hostRooms },
      to: { path: '^src/(azure|sample)/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'host-reaches-response-by-import-call',
      comment: 'All runbooks would load with the first view: reach src/response by import() of its index.',
      severity: 'error',
      from: { path: hostRooms, pathNot: '^src/response/' },
      to: { path: '^src/response/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'runbooks-only-in-response-and-cli',
      comment: 'All runbooks would load with the first view: panels get them as a model from src/response.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(response|cli|domain/remediation|services/response)/' },
      to: { path: '^src/domain/remediation/(runbooks|commands)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'cli-reaches-azure-by-import-call',
      comment:
        'Correlating a file would load the SDK: reach src/azure by import(), but for the readers of wire values.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: {
        path: '^src/(azure|sample)/',
        pathNot: '^src/azure/wire/',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'host-without-worker',
      comment: 'The worker runs in a thread of its own, from dist/correlation-worker.js: nobody imports it.',
      severity: 'error',
      from: { path: hostRooms },
      to: { path: '^src/worker/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'host-without-azure-sdk',
      comment: 'The host may use types of @azure/core-auth only.',
      severity: 'error',
      from: { path: hostRooms },
      to: { path: azureModule, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-toolkit-importer',
      comment: 'The toolkit is sunset: one module imports it, so that replacing it is a one-file change.',
      severity: 'error',
      from: { pathNot: '^webview-ui/src/toolkit\\.ts$|node_modules' },
      to: { path: '@vscode/webview-ui-toolkit' },
    },
    {
      name: 'product-without-test',
      severity: 'error',
      from: { path: '^(src|webview-ui)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
