import { html, nothing, type TemplateResult } from 'lit-html';
import type { AlertPanelModel } from '../../../src/protocol/alertPanelModel.ts';
import { checklist } from '../components/checklist.ts';
import { disclosure } from '../components/disclosure.ts';
import { entityGroups } from '../components/entities.ts';
import { evidence } from '../components/evidence.ts';
import { factList } from '../components/facts.ts';
import { killChain } from '../components/killChain.ts';
import { link } from '../components/link.ts';
import { longText } from '../components/longText.ts';
import { panelHeader } from '../components/panelHeader.ts';
import { runbook } from '../components/runbook.ts';
import { section, type SectionHead } from '../components/section.ts';
import { whyAlone } from '../components/whyAlone.ts';
import { whyMember } from '../components/whyMember.ts';
import { plural } from '../format/plural.ts';
import { progressText } from '../format/progressText.ts';
import type { Ui } from '../ui.ts';

export function alertView(model: AlertPanelModel, ui: Ui): TemplateResult {
  const { checklist: steps } = model;
  const metrics = steps.total === 0 ? [] : [{ label: 'Steps', value: progressText(steps) }];
  return html`<main>
    ${panelHeader(model.header, metrics, ui)} ${killChain(model.killChain)}
    <div class="columns">
      <div class="column">${generalInformation(model, ui)}</div>
      <div class="column main-column">
        ${runbook(model.runbooks, ui)} ${checklist(steps, model.prevention, ui)} ${evidencePart(model, ui)}
        ${entityPart(model, ui)}
      </div>
      <div class="column">${furtherFacts(model, ui)}</div>
    </div>
  </main>`;
}

function generalInformation(model: AlertPanelModel, ui: Ui): TemplateResult {
  return section(
    { id: 'general', title: 'General information', icon: 'info' },
    html`${incidentReferences(model, ui)}
      <h3>What happened</h3>
      ${longText(model.description, ui)}
      <h3>Details</h3>
      ${factList(model.facts, ui)}
      ${
        model.links.length === 0
          ? nothing
          : html`<h3>Links</h3>
              <ul class="plain-list">
                ${model.links.map((item) => html`<li>${link(item, ui)}</li>`)}
              </ul>`
      }`,
  );
}

function incidentReferences({ id, incidents, alone }: AlertPanelModel, ui: Ui): TemplateResult | typeof nothing {
  if (incidents.length > 0) return whyMember(incidents, ui);
  return alone === undefined ? nothing : whyAlone(alone, id, ui);
}

function evidencePart({ evidence: parts }: AlertPanelModel, ui: Ui): TemplateResult | typeof nothing {
  if (parts.length === 0) return nothing;
  const head: SectionHead = { id: 'evidence', title: 'Supporting evidence', icon: 'beaker' };
  return section(
    head,
    parts.map((part) => evidence(part, ui)),
  );
}

function entityPart({ entities }: AlertPanelModel, ui: Ui): TemplateResult | typeof nothing {
  const count = entities.reduce((sum, group) => sum + group.entities.length, 0);
  if (count === 0) return nothing;
  const head: SectionHead = {
    id: 'entities',
    title: 'Entities',
    icon: 'references',
    aside: plural(count, 'entity', 'entities'),
  };
  return section(head, entityGroups(entities, ui));
}

function furtherFacts({ properties, additional }: AlertPanelModel, ui: Ui): unknown {
  const head: SectionHead = { id: 'properties', title: 'Extended properties', icon: 'list-flat' };
  const others = html`<span class="group-title">Other fields that the service sent</span>`;
  return html`${properties.length === 0 ? nothing : section(head, factList(properties, ui))}
  ${additional.length === 0 ? nothing : disclosure('additional', false, others, () => factList(additional, ui), ui)}`;
}
