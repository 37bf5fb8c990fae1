import { html, nothing, type TemplateResult } from 'lit-html';
import type { AccountRow, AddressRow, ResourceRow } from '../../../src/protocol/incidentPanelModel.ts';
import { plural } from '../format/plural.ts';
import type { Ui } from '../ui.ts';
import { cappedList } from './cappedList.ts';
import { icon } from './icon.ts';
import { linkButton } from './link.ts';
import { subheading } from './section.ts';

const listLimit = 8;

/** The resources that were attacked, each with a way to its page in the portal. */
export function resourceList(rows: readonly ResourceRow[], ui: Ui): TemplateResult {
  return part('allResources', 'Target resources', 'resources', rows, ui, (row) => {
    const where = row.scope === undefined ? row.type : `${row.type} in ${row.scope}`;
    return html`<div class="item-main">
        <span class="item-name" title=${row.id}>${row.name}</span>
        <span class="item-detail">${where} · ${plural(row.alerts, 'alert')}</span>
      </div>
      ${row.link === undefined ? nothing : portalButton(row.link, row.name, ui)}`;
  });
}

function portalButton(link: NonNullable<ResourceRow['link']>, name: string, ui: Ui): TemplateResult {
  if (link.kind === 'address') return linkButton(link, ui);
  const label = `Open ${name} in Azure portal`;
  return html`<vscode-button
    appearance="icon"
    aria-label=${label}
    title=${label}
    @click=${() => {
      ui.post({ type: 'openLink', linkId: link.linkId });
    }}
    >${icon('link-external')}</vscode-button
  >`;
}

export function addressList(rows: readonly AddressRow[], ui: Ui): TemplateResult {
  return part('allAddresses', 'IP addresses', 'addresses', rows, ui, (row) => {
    const details = [row.place || 'Location unknown', row.network, plural(row.alerts, 'alert')];
    return html`<div class="item-main">
      <code class="item-name">${row.address}</code>
      <span class="item-detail">${details.filter((text) => text !== '').join(' · ')}</span>
      ${row.threats.map(
        (threat) => html`<span class="threat">${icon('bug')}<span>Threat intelligence: ${threat}</span></span>`,
      )}
    </div>`;
  });
}

export function accountList(rows: readonly AccountRow[], ui: Ui): TemplateResult {
  return part('allAccounts', 'Accounts', 'accounts', rows, ui, (row) => {
    const details = [row.detail, plural(row.alerts, 'alert')].filter((text) => text !== '');
    return html`<div class="item-main">
      <span class="item-name">${row.name}</span>
      <span class="item-detail">${details.join(' · ')}</span>
    </div>`;
  });
}

function part<Row>(
  id: string,
  title: string,
  noun: string,
  rows: readonly Row[],
  ui: Ui,
  item: (row: Row) => TemplateResult,
): TemplateResult {
  const list = {
    part: id,
    items: rows,
    limit: listLimit,
    noun,
    key: (_: Row, at: number) => at,
    item: (row: Row) => html`<li>${item(row)}</li>`,
    wrap: (items: unknown) =>
      html`<ul class="items">
        ${items}
      </ul>`,
  };
  return html`${subheading(title, rows.length > 1 ? rows.length.toLocaleString() : '')}
  ${rows.length === 0 ? html`<p class="none">None named by the alerts.</p>` : cappedList(list, ui)}`;
}
