import { firstRenderId } from '../protocol/firstRender.ts';
import type { PageAssets } from './pageAssets.ts';

/** What the page of a panel is made from. */
export interface PanelPage extends PageAssets {
  /** From `writeFirstRender`: what the page shows before the first message. */
  readonly firstRender: string;
  /** Fresh for each page: whoever knows it can run a script. */
  readonly nonce: string;
  readonly language: string;
}

/**
 * The policy of the page, directive by directive. Trusted types are limited to the two policies of Lit and of the
 * toolkit's base library, so that no string of an alert can become markup or script.
 */
export function contentSecurityPolicy({ nonce }: Pick<PanelPage, 'nonce'>): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types fast-html lit-html',
  ].join('; ');
}

/**
 * The page of every panel. Script, style and first data stand in the page itself: each file or message of its own would
 * be another way to the extension's machine and back, which may be remote. Later data comes by message only. The name that
 * the script gives itself is what errors and the developer tools say of it.
 */
export function panelHtml(page: PanelPage): string {
  return `<!DOCTYPE html>
<html lang="${attribute(page.language)}">
  <head>
    <meta charset="UTF-8" />
    <meta http-equiv="Content-Security-Policy" content="${attribute(contentSecurityPolicy(page))}" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <title>Security incident</title>
    <style nonce="${attribute(page.nonce)}">${page.style}</style>
  </head>
  <body>
    <div id="root"></div>
    <script nonce="${attribute(page.nonce)}" type="application/json" id="${firstRenderId}">${page.firstRender}</script>
    <script nonce="${attribute(page.nonce)}">${page.script}
//# sourceURL=azure-security-incidents/webview.js</script>
  </body>
</html>
`;
}

function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
