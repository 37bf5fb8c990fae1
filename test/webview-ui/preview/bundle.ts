import { build } from 'esbuild';
import { join } from 'node:path';
import { projectRoot } from '../../host/paths.ts';

export interface WebviewBundle {
  readonly script: string;
  readonly style: string;
}

/** Bundles the webview in memory, minified, as the product's own build does. */
export async function bundleWebview(): Promise<WebviewBundle> {
  const script = await build({
    entryPoints: [join(projectRoot, 'webview-ui/src/main.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2024',
    legalComments: 'none',
    loader: { '.svg': 'text' },
    write: false,
  });
  const style = await build({
    entryPoints: [join(projectRoot, 'webview-ui/src/styles/main.css')],
    bundle: true,
    minify: true,
    write: false,
  });
  return {
    script: script.outputFiles[0]?.text ?? '',
    style: style.outputFiles[0]?.text ?? '',
  };
}
