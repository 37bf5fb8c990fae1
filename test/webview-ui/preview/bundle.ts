import { build } from 'esbuild';
import { join } from 'node:path';
import { projectRoot } from '../../host/paths.ts';

export interface WebviewBundle {
  readonly script: string;
  readonly style: string;
  readonly font: Uint8Array;
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
    write: false,
  });
  const style = await build({
    entryPoints: [join(projectRoot, 'webview-ui/src/styles/main.css')],
    bundle: true,
    minify: true,
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
    outdir: '/',
    write: false,
  });
  const find = (ending: string) => style.outputFiles.find(({ path }) => path.endsWith(ending));
  return {
    script: script.outputFiles[0]?.text ?? '',
    style: find('.css')?.text ?? '',
    font: find('.ttf')?.contents ?? new Uint8Array(),
  };
}
