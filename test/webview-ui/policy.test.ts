// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { displayLabel } from '../../src/domain/displayText.ts';
import { contentSecurityPolicy, panelHtml } from '../../src/panels/panelHtml.ts';
import { buildAlertPanelModel } from '../../src/services/viewModels/buildAlertPanelModel.ts';
import { aHostileAlert } from '../builders/hostileAlert.ts';
import { hostileTexts } from '../builders/hostileText.ts';
import { aPanelContext } from '../builders/panelContext.ts';
import { bundleWebview } from './preview/bundle.ts';
import { render, sampleMessages } from './preview/samples.ts';
import { usePanels } from './preview/usePanels.ts';

/**
 * What the toolkit does that the policy refuses, without harm: its base library writes an empty style element. The hash
 * is that of the empty text.
 */
const knownRefusal = /Applying inline style violates .*47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=/;

describe('the page of a panel', { timeout: 30_000 }, () => {
  const open = usePanels();

  it('has exactly the policy of the architecture', () => {
    const policy = contentSecurityPolicy({ nonce: 'abc' });
    const directives = new Map(
      policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    );
    expect(directives).toEqual(
      new Map([
        ['default-src', ["'none'"]],
        ['script-src', ["'nonce-abc'"]],
        ['style-src', ["'nonce-abc'"]],
        ['base-uri', ["'none'"]],
        ['form-action', ["'none'"]],
        ['require-trusted-types-for', ["'script'"]],
        ['trusted-types', ['fast-html', 'lit-html']],
      ]),
    );
  });

  it('holds no text but its own, whatever its addresses hold', () => {
    const evil = '"><script>alert(1)</script>';
    const html = panelHtml({
      script: 'own()',
      style: 'a { b: c }',
      firstRender: '',
      nonce: evil,
      language: evil,
    });
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/style/g)).toHaveLength(1);
  });

  it('holds a script and a style sheet that cannot end their own element', async () => {
    const { script, style } = await bundleWebview();
    expect(script).not.toMatch(/<\/?script/i);
    expect(style).not.toMatch(/<\/style/i);
  });

  it('draws every sample under that policy, with nothing refused but the known empty style', async () => {
    const panel = await open();
    for (const message of Object.values(sampleMessages())) await panel.send(message);
    expect(await panel.page.locator('h1').count()).toBe(1);
    expect(panel.violations.filter((text) => !knownRefusal.test(text))).toEqual([]);
  });

  it('refuses markup from strings, also to its own scripts', async () => {
    const panel = await open();
    const outcome = await panel.page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>x</b>';
        return 'accepted';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error);
      }
    });
    expect(outcome).toBe('refused');
  });

  it('shows hostile texts as text that it was made with', async () => {
    for (const text of hostileTexts) {
      const alert = aHostileAlert(text);
      const panel = await open({ first: render(buildAlertPanelModel(alert, aPanelContext([alert])).model) });
      expect(await panel.page.locator('h1').textContent(), text).toBe(displayLabel(text));
      expect(await panel.page.evaluate('window.pwned')).toBeUndefined();
      expect(panel.violations.filter((violation) => !knownRefusal.test(violation))).toEqual([]);
    }
  });

  it('shows hostile texts as text, in every field', async () => {
    const panel = await open();
    for (const text of hostileTexts) {
      const alert = aHostileAlert(text);
      await panel.send(render(buildAlertPanelModel(alert, aPanelContext([alert])).model));
      const seen = await panel.page.evaluate(() => ({
        pwned: (window as unknown as { pwned?: unknown }).pwned,
        foreign: document.querySelectorAll('#root :is(img, script, iframe, a, object, embed, link, style, form)')
          .length,
        handlers: [...document.querySelectorAll('#root *')].filter((element) =>
          element.getAttributeNames().some((name) => name.startsWith('on') || name === 'style'),
        ).length,
        title: document.querySelector('h1')?.textContent,
      }));
      expect(seen, text).toEqual({ pwned: undefined, foreign: 0, handlers: 0, title: displayLabel(text) });
    }
    expect(panel.violations.filter((violation) => !knownRefusal.test(violation))).toEqual([]);
  });
});
