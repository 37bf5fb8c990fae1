import { html, type TemplateResult } from 'lit-html';
import { assertNever } from '../../../src/domain/assertNever.ts';
import type { LinkModel } from '../../../src/protocol/linkModel.ts';
import type { Ui } from '../ui.ts';
import { copyButton } from './copyButton.ts';
import { icon } from './icon.ts';

/** A link in running text: a button, because the host opens it; its address is nowhere in the page. */
export function link(model: LinkModel, ui: Ui): TemplateResult {
  switch (model.kind) {
    case 'open':
      return html`<button
        class="link"
        type="button"
        title="Opens ${model.site} in the browser"
        @click=${() => {
          ui.post({ type: 'openLink', linkId: model.linkId });
        }}
      >
        <span>${model.label}</span>${icon('link-external')}
      </button>`;
    case 'address':
      return addressOnly(model, ui);
    default:
      return assertNever(model);
  }
}

/** The same as a push button, for what a person most likely wants. */
export function linkButton(model: LinkModel, ui: Ui, label = model.label): TemplateResult {
  if (model.kind === 'address') return addressOnly(model, ui);
  return html`<vscode-button
    appearance="secondary"
    title="Opens ${model.site} in the browser"
    @click=${() => {
      ui.post({ type: 'openLink', linkId: model.linkId });
    }}
    >${label}<span slot="start">${icon('link-external')}</span></vscode-button
  >`;
}

function addressOnly(model: Extract<LinkModel, { kind: 'address' }>, ui: Ui): TemplateResult {
  return html`<span class="address-only" title="This address is not opened from here: it leads outside the known sites."
    >${model.label === model.address ? '' : html`<span>${model.label}: </span>`}<code>${model.address}</code>${copyButton(model.copyId, 'address', ui)}</span
  >`;
}
