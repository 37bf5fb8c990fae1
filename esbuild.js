// Bundles the product into dist/ and refuses a bundle that breaks the architecture: too big for its budget, or with
// code that its room may not hold (ARCHITECTURE.md, "Bundles and budgets").
// Usage: node esbuild.js [--production] [--watch]
'use strict';
const esbuild = require('esbuild');
const path = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const kilobyte = 1024;

/** Rooms that are bundled alone and loaded by `import()`: their specifier becomes the sibling file in dist/. */
const lazyRooms = {
  'src/container.ts': './product.js',
  'src/subscriptions/index.ts': './subscriptions.js',
  'src/response/index.ts': './response.js',
  'src/domain/remediation/runbooks/index.ts': './runbooks.js',
  'src/services/response/workspaceRunbooks/index.ts': './workspace-runbooks.js',
  'src/platform/cache/index.ts': './cache.js',
  'src/platform/signIn/index.ts': './sign-in.js',
  'src/azure/index.ts': './azure.js',
  'src/azure/identity.ts': './identity.js',
  'src/sample/index.ts': './sample.js',
};

const lazyRoomPlugin = {
  name: 'lazy-rooms',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, (args) => {
      if (args.kind !== 'dynamic-import') return undefined;
      const target = path.relative(__dirname, path.resolve(args.resolveDir, args.path)).replaceAll(path.sep, '/');
      const file = lazyRooms[target];
      return file === undefined ? undefined : { path: file, external: true };
    });
  },
};

/** Reports errors in the form that the problem matcher of .vscode/tasks.json reads. */
const watchReportPlugin = {
  name: 'watch-report',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd((result) => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      console.log('[watch] build finished');
    });
  },
};

const shared = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  metafile: true,
  logLevel: watch ? 'silent' : 'warning',
  legalComments: 'none',
  plugins: watch ? [lazyRoomPlugin, watchReportPlugin] : [lazyRoomPlugin],
};

const host = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  external: ['vscode'],
  // The ESM entry of @azure/arm-security is 28% smaller than its CommonJS one.
  mainFields: ['module', 'main'],
  // VS Code's module loader knows require; a real import() of a CommonJS file would lose its named exports.
  supported: { 'dynamic-import': false },
};

const bundles = [
  {
    room: 'extension',
    limit: 8,
    options: { ...host, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' },
  },
  {
    room: 'product',
    // Raised from 180 when corrections and tuning came: both act on the list itself, so that they are needed with it.
    // The engine is in here as well as in the worker: few alerts are correlated in place.
    // Read when a person opens the view, not at activation; each cause of failure and each way to sign in needs its words.
    // Raised from 288 when windows came to agree on signing in: who is signed out must not read, not even once.
    // Raised from 296 when statuses could be changed: those on their way and what is snoozed are part of the list.
    // Raised from 306 when panels showed runbooks: they come as a model from response.js, which is checked and passed on.
    limit: 312,
    options: { ...host, entryPoints: ['src/container.ts'], outfile: 'dist/product.js' },
  },
  {
    room: 'subscriptions',
    limit: 48,
    options: { ...host, entryPoints: ['src/subscriptions/index.ts'], outfile: 'dist/subscriptions.js' },
  },
  {
    room: 'correlation worker',
    limit: 100,
    options: { ...host, entryPoints: ['src/worker/main.ts'], outfile: 'dist/correlation-worker.js' },
  },
  {
    room: 'response',
    // Read when a person first acts on an incident or opens a panel.
    limit: 200,
    options: { ...host, entryPoints: ['src/response/index.ts'], outfile: 'dist/response.js' },
  },
  {
    room: 'runbooks',
    // Sentences for all families of alerts, read with the first of them: some five kilobytes each.
    limit: 420,
    options: {
      ...host,
      target: 'node20',
      entryPoints: ['src/domain/remediation/runbooks/index.ts'],
      outfile: 'dist/runbooks.js',
    },
  },
  {
    room: 'workspace runbooks',
    // The YAML parser alone is 115: it keeps the place of everything, for diagnostics.
    limit: 170,
    options: {
      ...host,
      entryPoints: ['src/services/response/workspaceRunbooks/index.ts'],
      outfile: 'dist/workspace-runbooks.js',
    },
  },
  {
    room: 'cache',
    // Raised from 40 when the archive came: it words incidents and shows them, with what product.js has for that, too.
    limit: 50,
    options: { ...host, entryPoints: ['src/platform/cache/index.ts'], outfile: 'dist/cache.js' },
  },
  {
    room: 'sign-in',
    limit: 40,
    options: { ...host, entryPoints: ['src/platform/signIn/index.ts'], outfile: 'dist/sign-in.js' },
  },
  { room: 'azure', limit: 480, options: { ...host, entryPoints: ['src/azure/index.ts'], outfile: 'dist/azure.js' } },
  {
    room: 'identity',
    limit: 480,
    options: { ...host, entryPoints: ['src/azure/identity.ts'], outfile: 'dist/identity.js' },
  },
  { room: 'sample', limit: 250, options: { ...host, entryPoints: ['src/sample/index.ts'], outfile: 'dist/sample.js' } },
  {
    room: 'command line',
    // Raised from 100 when `alerts list` came, which says in words what came of each subscription, and from 120 when
    // `runbook` came, which fills commands from a whole alert with every parameter that runbooks use.
    limit: 165,
    options: { ...host, target: 'node20', entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js' },
  },
  {
    room: 'webview',
    limit: 300,
    options: {
      ...shared,
      platform: 'browser',
      format: 'iife',
      target: 'es2024',
      entryPoints: ['webview-ui/src/main.ts'],
      outfile: 'dist/webview.js',
      loader: { '.svg': 'text' },
    },
  },
  {
    room: 'webview styles',
    limit: 60,
    options: {
      ...shared,
      entryPoints: ['webview-ui/src/styles/main.css'],
      outfile: 'dist/webview.css',
    },
  },
];

/** Source that must never be inside a bundle, and why. */
const forbidden = [
  {
    room: 'extension',
    inside: /^(?!src\/(extension\.ts|services\/once\.ts|commands|tree|panels))/,
    why: 'activation only registers; reach everything else by import() of src/container.ts',
  },
  {
    room: 'product',
    inside: /node_modules\/@azure\//,
    why: 'the SDK would load with the first view; reach it by import() of src/azure',
  },
  {
    room: 'product',
    inside: /^src\/(platform\/cache|services\/(cache|archive))\/(?!index)/,
    why: 'what is kept on disk is bundled alone; reach it by import()',
  },
  {
    room: 'product',
    inside: /^src\/platform\/signIn\//,
    why: 'signing in is bundled alone; reach it by import()',
  },
  {
    room: 'product',
    inside: /^src\/(response|domain\/remediation\/(runbooks|commands))\//,
    why: 'a look at the list needs no runbook; reach it by import() of src/response',
  },
  ...['response', 'command line'].map((room) => ({
    room,
    inside: /^src\/domain\/remediation\/runbooks\/(allRunbooks|steps\/)/,
    why: 'runbooks are bundled alone; reach them by import() of src/domain/remediation/runbooks/index.ts',
  })),
  {
    room: 'response',
    inside: /^src\/services\/response\/workspaceRunbooks\/read|node_modules\/yaml\//,
    why: 'few workspaces have runbooks: reach what reads them by import() of src/services/response/workspaceRunbooks',
  },
  {
    room: 'response',
    inside:
      /^src\/(azure|sample|worker|panels|cli)\/|^src\/tree\/(?!iconPath)|^src\/domain\/correlation\/(?!corrections)|node_modules\/@azure/,
    why: 'it acts on what the product knows, and on Azure through the gateway',
  },
  {
    room: 'subscriptions',
    inside: /^src\/(azure|sample|worker|panels)\/|^src\/domain\/correlation\/|node_modules\//,
    why: 'the view only reads what the product knows',
  },
  {
    room: 'product',
    inside: /^src\/subscriptions\//,
    why: 'its view is collapsed at first; reach it by import()',
  },
  { room: 'product', inside: /^src\/(azure|sample)\//, why: 'these rooms are bundled alone; reach them by import()' },
  { room: 'product', inside: /^src\/worker\//, why: 'it runs in a thread of its own, from a file of its own' },
  {
    room: 'correlation worker',
    inside: /^src\/(?!domain\/|services\/|worker\/)|node_modules\/@azure\//,
    why: 'there is neither VS Code nor Azure in that thread',
  },
  {
    room: 'command line',
    inside: /node_modules\/@azure\//,
    why: 'correlating files must not load the SDK; reach it by import() of src/azure',
  },
  {
    room: 'webview',
    inside: /^src\/(?!domain\/|protocol\/)/,
    why: 'the webview shares only domain and protocol with the host',
  },
  {
    room: 'azure',
    inside: /node_modules\/@azure\/identity\//,
    why: 'identity is loaded only for azureCli and environment sign-in',
  },
];

function violations({ room, limit }, metafile) {
  const found = [];
  for (const [file, output] of Object.entries(metafile.outputs)) {
    if (!/\.(js|css)$/.test(file)) continue;
    if (production && output.bytes > limit * kilobyte) {
      found.push(`${file} is ${(output.bytes / kilobyte).toFixed(1)} KB; its budget is ${limit} KB.`);
    }
    for (const input of Object.keys(output.inputs)) {
      const rule = forbidden.find((candidate) => candidate.room === room && candidate.inside.test(input));
      if (rule) found.push(`${file} contains ${input}: ${rule.why}.`);
    }
  }
  return found;
}

async function buildAll() {
  const results = await Promise.all(bundles.map(({ options }) => esbuild.build(options)));
  const found = bundles.flatMap((bundle, index) => violations(bundle, results[index].metafile));
  for (const line of found) console.error(`✘ [ERROR] ${line}`);
  if (found.length > 0) process.exitCode = 1;
  if (production) report(results);
}

function report(results) {
  for (const { metafile } of results) {
    for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
      console.log(`${file.padEnd(24)} ${(bytes / kilobyte).toFixed(1).padStart(8)} KB`);
    }
  }
}

async function watchAll() {
  const contexts = await Promise.all(bundles.map(({ options }) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
}

// Tests take bundles from here and build them elsewhere.
if (require.main === module) {
  (watch ? watchAll() : buildAll()).catch((error) => {
    if (!error.errors) console.error(error);
    process.exitCode = 1;
  });
}

module.exports = { bundles };
