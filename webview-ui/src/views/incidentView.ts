import { html, nothing, type TemplateResult } from 'lit-html';
import type { IncidentPanelModel } from '../../../src/protocol/incidentPanelModel.ts';
import { alertTimeline } from '../components/alertTimeline.ts';
import { checklist } from '../components/checklist.ts';
import { correctionList } from '../components/correctionList.ts';
import { factList } from '../components/facts.ts';
import { accountList, addressList, resourceList } from '../components/incidentFacts.ts';
import { incidentActions } from '../components/incidentActions.ts';
import { killChain } from '../components/killChain.ts';
import { longText } from '../components/longText.ts';
import { panelHeader } from '../components/panelHeader.ts';
import { record } from '../components/record.ts';
import { runbook } from '../components/runbook.ts';
import { section } from '../components/section.ts';
import { whyTheseAlerts } from '../components/whyTheseAlerts.ts';
import { plural } from '../format/plural.ts';
import { progressText } from '../format/progressText.ts';
import type { Ui } from '../ui.ts';

const priorityHint =
  'Which incident to look at first: severities add up, one detector counts three times at most, and an attack that reached far along the kill chain weighs more.';

export function incidentView(model: IncidentPanelModel, ui: Ui): TemplateResult {
  const metrics = [
    { label: 'Priority', value: `${String(model.score)} of 100`, hint: priorityHint },
    { label: 'Alerts', value: model.alerts.length.toLocaleString() },
    ...(model.checklist.total === 0 ? [] : [{ label: 'Steps', value: progressText(model.checklist) }]),
  ];
  return html`<main>
    ${panelHeader(model.header, metrics, ui, incidentActions(model.pinned, ui))} ${killChain(model.killChain)}
    <div class="columns columns-interleaved">
      <div class="column">
        ${section({ id: 'trigger', title: 'What triggered it', icon: 'info' }, longText(model.trigger, ui))}
      </div>
      <div class="column">
        ${runbook(model.runbooks, ui)} ${checklist(model.checklist, model.prevention, ui)}
        ${model.record === undefined ? nothing : record(model.record, ui)}
      </div>
      <div class="column">
        ${generalInformation(model, ui)}
        ${section(
          { id: 'alerts', title: 'Alerts', icon: 'bell', aside: plural(model.alerts.length, 'alert') },
          alertTimeline(model.alerts, ui),
        )}
        ${whyTheseAlerts(model.why, ui)} ${correctionList(model.corrections, ui)}
      </div>
    </div>
  </main>`;
}

function generalInformation(model: IncidentPanelModel, ui: Ui): TemplateResult {
  return section(
    { id: 'general', title: 'General information', icon: 'list-flat' },
    html`${resourceList(model.resources, ui)} ${addressList(model.addresses, ui)} ${accountList(model.accounts, ui)}
      <h3>Details</h3>
      ${factList(model.facts, ui)}`,
  );
}
