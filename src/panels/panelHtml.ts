/** What the page of a panel is made from; addresses are those of the webview's own resource scheme. */
export interface PanelPage {
  readonly scriptUri: string;
  readonly styleUri: string;
  readonly cspSource: string;
  /** Fresh for each page: whoever knows it can run a script. */
  readonly nonce: string;
  readonly language: string;
}

/**
 * The policy of the page, directive by directive. Trusted types are limited to the two policies of Lit and of the
 * toolkit's base library, so that no string of an alert can become markup or script.
 */
export function contentSecurityPolicy({ cspSource, nonce }: Pick<PanelPage, 'cspSource' | 'nonce'>): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types fast-html lit-html',
  ].join('; ');
}

/** The page of every panel. Constant but for addresses and nonce: data comes by message only. */
export function panelHtml(page: PanelPage): string {
  return `<!DOCTYPE html>
<html lang="${attribute(page.language)}">
  <head>
    <meta charset="UTF-8" />
    <meta http-equiv="Content-Security-Policy" content="${attribute(contentSecurityPolicy(page))}" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <link rel="stylesheet" nonce="${attribute(page.nonce)}" href="${attribute(page.styleUri)}" />
    <title>Security incident</title>
  </head>
  <body>
    <div id="root"></div>
    <script nonce="${attribute(page.nonce)}" src="${attribute(page.scriptUri)}"></script>
  </body>
</html>
`;
}

function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
