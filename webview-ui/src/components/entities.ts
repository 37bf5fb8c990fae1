import { html, nothing, type TemplateResult } from 'lit-html';
import type { EntityGroup, EntityModel, RelationModel, ThreatModel } from '../../../src/protocol/entityModel.ts';
import { fullListPart, groupPart } from '../entityParts.ts';
import type { Ui } from '../ui.ts';
import { cappedList } from './cappedList.ts';
import { copyButton } from './copyButton.ts';
import { disclosure } from './disclosure.ts';
import { factList } from './facts.ts';
import { icon } from './icon.ts';
import { link } from './link.ts';

const cardLimit = 20;
/** A group with more cards than this starts closed. */
const openUpTo = 8;

/** An alert's entities, grouped by type; each card can be reached from the cards that refer to it. */
export function entityGroups(groups: readonly EntityGroup[], ui: Ui): TemplateResult {
  return html`${groups.map((group, place) => {
    const summary = html`${icon(group.icon)}<span class="group-title">${group.label}</span
      ><span class="aside">${group.entities.length.toLocaleString()}</span>`;
    return disclosure(groupPart(place), group.entities.length <= openUpTo, summary, () => cards(group, place, ui), ui);
  })}`;
}

function cards(group: EntityGroup, place: number, ui: Ui): TemplateResult {
  return cappedList(
    {
      part: fullListPart(place),
      items: group.entities,
      limit: cardLimit,
      noun: group.label.toLowerCase(),
      key: (entity) => entity.entityId,
      item: (entity) => card(entity, ui),
      wrap: (items) =>
        html`<ul class="cards">
          ${items}
        </ul>`,
    },
    ui,
  );
}

function card(entity: EntityModel, ui: Ui): TemplateResult {
  return html`<li class="card" id=${entity.entityId} tabindex="-1">
    <p class="card-title"><span>${entity.title}</span>${copyButton(entity.copyId, entity.title, ui)}</p>
    ${entity.relations.length === 0 ? nothing : relationTree(entity.relations, ui)}
    ${entity.threats.map((threat) => threatPart(threat, ui))} ${factList(entity.facts, ui)}
    ${entity.stopId === undefined ? nothing : stopButton(entity.stopId, entity.title, ui)}
  </li>`;
}

/** Opens the panel in which a person sees what it would change. */
function stopButton(stopId: string, title: string, ui: Ui): TemplateResult {
  return html`<button
    class="link card-action"
    type="button"
    title="It would connect nothing any more. You see first what that changes."
    @click=${() => {
      ui.post({ type: 'addToStopList', stopId });
    }}
  >
    Add to stop list…<span class="visually-hidden"> ${title}</span>
  </button>`;
}

/** Where references lead: "Image file: dropper.exe", and below it "File hashes: SHA256 …". */
function relationTree(relations: readonly RelationModel[], ui: Ui): TemplateResult {
  return html`<ul class="relations">
    ${relations.map(
      (relation) =>
        html`<li>
          <span class="relation-label">${relation.label}</span> ${relationTarget(relation, ui)}
          ${relation.details.length === 0 ? nothing : relationTree(relation.details, ui)}
        </li>`,
    )}
  </ul>`;
}

function relationTarget({ title, entityId, state }: RelationModel, ui: Ui): TemplateResult {
  if (state === 'missing') return html`<span class="none">${title}</span>`;
  if (state === 'seenAbove') return html`<span>${title} <span class="none">(see above)</span></span>`;
  if (entityId === undefined) return html`<span>${title}</span>`;
  return html`<button
    class="link"
    type="button"
    @click=${() => {
      ui.reveal(entityId);
    }}
  >
    ${title}
  </button>`;
}

function threatPart(threat: ThreatModel, ui: Ui): TemplateResult {
  return html`<div class="threat-card">
    <p class="threat">${icon('bug')}<span>Threat intelligence: ${threat.name}</span></p>
    ${factList(threat.facts, ui)} ${threat.report === undefined ? nothing : link(threat.report, ui)}
  </div>`;
}
