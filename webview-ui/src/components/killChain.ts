import { html, type TemplateResult } from 'lit-html';
import type { KillChainStage } from '../../../src/protocol/killChainModel.ts';
import { icon } from './icon.ts';

/** The stages of the kill chain in order: reached ones filled and named by their tactics, the others dim. */
export function killChain(stages: readonly KillChainStage[]): TemplateResult {
  const reached = stages.filter((stage) => stage.reached).length;
  const summary = reached === 0 ? 'No stage is known' : `${String(reached)} of ${String(stages.length)} stages reached`;
  return html`<section class="kill-chain" aria-labelledby="kill-chain-heading">
    <h2 id="kill-chain-heading">Kill chain <span class="aside">${summary}</span></h2>
    <ol>
      ${stages.map(
        (stage) =>
          html`<li class=${stage.reached ? 'reached' : 'ahead'}>
            <span class="stage"
              >${icon(stage.reached ? 'circle-filled' : 'circle')}${stage.label}<span class="visually-hidden"
                >${stage.reached ? ', reached' : ', not seen'}</span
              ></span
            >
            <span class="stage-tactics">${tacticsText(stage)}</span>
          </li>`,
      )}
    </ol>
  </section>`;
}

/** The tactics behind a stage, unless they only repeat its name. */
function tacticsText({ label, tactics }: KillChainStage): string {
  return tactics.length === 1 && tactics[0] === label ? '' : tactics.join(', ');
}
