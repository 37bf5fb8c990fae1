import { html, nothing, type TemplateResult } from 'lit-html';
import type { ComparedAlert, ComparisonPanelModel } from '../../../src/protocol/comparisonPanelModel.ts';
import { icon } from '../components/icon.ts';
import type { IconName } from '../components/icons.ts';
import { incidentReference } from '../components/incidentReference.ts';
import { section } from '../components/section.ts';
import { severityMark } from '../components/severity.ts';
import { moment } from '../components/time.ts';
import { tie } from '../components/whyLink.ts';
import { whyLinks } from '../components/whyLinks.ts';
import type { Ui } from '../ui.ts';
import { openAlertButton } from '../components/openButton.ts';

const verdictIcons: Readonly<Record<ComparisonPanelModel['together'], IconName>> = {
  unknown: 'question',
  incident: 'shield',
  group: 'link',
  no: 'circle-slash',
};

/** Two alerts side by side: the verdict first, then the two, then what it rests on. */
export function comparisonView(model: ComparisonPanelModel, ui: Ui): TemplateResult {
  return html`<main class="comparison">
    <header class="panel-header">
      <p class="kicker">${icon('git-compare')}Two alerts compared</p>
      <h1 class="comparison-verdict">${icon(verdictIcons[model.together])}${model.title}</h1>
      ${model.sentence === '' ? nothing : html`<p>${model.sentence}</p>`}
      ${model.incidents.map((incident) => incidentReference('Both are part of', incident, ui))}
    </header>
    <ol class="compared">
      ${model.alerts.map((alert) => html`<li>${comparedAlert(alert, ui)}</li>`)}
    </ol>
    ${
      model.path.length === 0
        ? nothing
        : section({ id: 'path', title: 'How they are linked', icon: 'link' }, whyLinks('path', model.path, ui))
    }
    ${bothName(model)}
  </main>`;
}

function comparedAlert(alert: ComparedAlert, ui: Ui): TemplateResult {
  const { alertKey, title, severity, alertType, resource, tactics, time, tenant } = alert;
  return html`<h2>${severityMark(severity)}${openAlertButton(alertKey, title, ui)}</h2>
    <dl class="facts">
      <dt>Time</dt>
      <dd>${time === undefined ? 'Unknown' : moment(time)}</dd>
      <dt>Resource</dt>
      <dd>${resource === '' ? 'None named' : resource}</dd>
      <dt>Kill chain</dt>
      <dd>
        <span class="chips"
          >${tactics.length === 0 ? 'Unknown' : tactics.map((tactic) => html`<span class="chip">${tactic}</span>`)}</span
        >
      </dd>
      <dt>Tenant</dt>
      <dd>${tenant ?? 'Unknown: it may be any'}</dd>
      <dt>Alert type</dt>
      <dd><code>${alertType}</code></dd>
    </dl>`;
}

function bothName({ tie: model, path }: ComparisonPanelModel): TemplateResult | typeof nothing {
  if (model === undefined) return nothing;
  const hint =
    path.length === 0
      ? 'The bars show how likely the two are of one attack, by this alone.'
      : 'What the two themselves have in common, beside the links that lead from one to the other.';
  return section(
    { id: 'common', title: 'What both name', icon: 'references' },
    html`<p class="hint">${hint}</p>
      ${tie(model)}`,
  );
}
