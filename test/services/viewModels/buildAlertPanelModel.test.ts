import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEntity } from '../../../src/domain/entity.ts';
import type { JsonObject } from '../../../src/domain/json.ts';
import { panelModel } from '../../../src/protocol/panelModel.ts';
import { buildAlertPanelModel } from '../../../src/services/viewModels/buildAlertPanelModel.ts';
import { copyText } from '../../../src/services/viewModels/panelActions.ts';
import { anAlert, anEntity, hour, noon } from '../../builders/alert.ts';
import { aDecision, attackStory } from '../../builders/attackStory.ts';
import { aHostileAlert } from '../../builders/hostileAlert.ts';
import { hostileTexts, invisible, stringsIn } from '../../builders/hostileText.ts';
import { aPanelContext } from '../../builders/panelContext.ts';
import { stepsOfAlert } from '../../../src/services/stepsOfAlert.ts';

const [brute, miner] = attackStory();
if (brute === undefined || miner === undefined) throw new Error('The story has too few alerts');

describe('the alert panel', () => {
  it('says what may be done about the alert, and which role is missing, once that is known', () => {
    const alert = anAlert();
    const rights = { dismiss: false, resolve: false, activate: false };
    const factOf = (context: Parameters<typeof buildAlertPanelModel>[1]) =>
      buildAlertPanelModel(alert, context).model.facts.find(({ label }) => label === 'Your rights');
    expect(factOf(aPanelContext([alert]))).toBeUndefined();
    expect(factOf(aPanelContext([alert], { rightsIn: () => rights }))?.values).toEqual([
      { kind: 'text', text: expect.stringMatching(/^Alerts can be read, not changed\. .*Security Admin/) as string },
    ]);
  });

  const context = aPanelContext(attackStory());

  it('follows a process to its image file and that file to its hash', () => {
    const { model } = buildAlertPanelModel(miner, context);
    const processes = model.entities.find(({ label }) => label === 'Processes');
    const relations = processes?.entities.find(({ title }) => title === 'kworkerds (0x1a9c)')?.relations ?? [];
    expect(relations.map(({ label, title }) => `${label}: ${title}`)).toEqual([
      'Image file: /tmp/.x/kworkerds',
      'Parent process: bash -i',
      'Account: deploy',
      'Host: shop-web-01',
    ]);
    expect(relations[0]?.details.map(({ label, title }) => `${label}: ${title.slice(0, 11)}`)).toEqual([
      'File hashes: SHA256 9f86',
    ]);
    expect(relations[0]?.entityId).toBe(model.entities.find(({ label }) => label === 'Files')?.entities[0]?.entityId);
  });

  it('says which reference leads nowhere', () => {
    const alert = anAlert({ entities: [anEntity({ $id: '1', type: 'process', imageFile: { $ref: 'gone_7' } })] });
    const relation = buildAlertPanelModel(alert, context).model.entities[0]?.entities[0]?.relations[0];
    expect(relation).toMatchObject({ state: 'missing', title: 'not in this alert (reference gone_7)' });
  });

  it('ends at an entity that refers back to one above it', () => {
    const alert = anAlert({
      entities: [
        anEntity({ $id: '1', type: 'process', processId: '1', parentProcess: { $ref: '2' } }),
        anEntity({ $id: '2', type: 'process', processId: '2', parentProcess: { $ref: '1' } }),
      ],
    });
    const [first] = buildAlertPanelModel(alert, context).model.entities[0]?.entities ?? [];
    expect(first?.relations[0]?.details[0]).toMatchObject({ state: 'seenAbove', details: [] });
  });

  it('names the incident that the alert is in', () => {
    expect(buildAlertPanelModel(miner, context).model.incidents).toMatchObject([
      { incident: { title: 'Security incident detected on a compromised machine', alerts: 5 } },
    ]);
  });

  it('shows evidence of both published forms', () => {
    const { evidence } = buildAlertPanelModel(miner, context).model;
    expect(evidence[0]).toMatchObject({ kind: 'table', columns: ['Time', 'Process', 'Account', 'Elevated'] });
    expect(evidence[1]).toMatchObject({
      kind: 'list',
      items: [
        {
          text: 'The file was written by a shell that came in over SSH',
          items: [{ text: 'Session began at 06:40 UTC' }],
        },
      ],
    });
  });

  it('indents JSON inside an extended property and writes its name as words', () => {
    const { properties } = buildAlertPanelModel(miner, context).model;
    expect(properties.map(({ label }) => label)).toEqual([
      'Compromised Host',
      'Suspicious Command Line',
      'Kill chain intent',
      'Investigation Steps',
      'Resource type',
    ]);
    const [value] = properties[3]?.values ?? [];
    expect(value?.kind === 'code' && value.text).toContain('\n  "evidence": {');
  });

  it('opens links to known sites and only shows the others', () => {
    const { model, actions } = buildAlertPanelModel(miner, context);
    const [docs, blog] = model.links;
    expect(docs).toMatchObject({ kind: 'open', site: 'portal.azure.com' });
    expect(blog).toMatchObject({ kind: 'address', address: 'http://blog.example/miners' });
    expect(JSON.stringify(model)).not.toContain('https://portal.azure.com');
    expect([...actions.links.values()].every((address) => address.startsWith('https://portal.azure.com/'))).toBe(true);
  });

  it('shows who decided on a step, and when', () => {
    const step = stepsOfAlert(brute)[0];
    const progress = new Map([[step?.key ?? '', aDecision('skipped', noon + hour, 'key was rotated\u202E')]]);
    const decided = aPanelContext([brute], { progressOf: () => progress });
    const { checklist } = buildAlertPanelModel(brute, decided).model;
    expect(checklist).toMatchObject({ done: 0, skipped: 1, total: 4 });
    expect(checklist.groups[0]?.steps[0]).toMatchObject({
      state: 'skipped',
      reason: 'key was rotated⟨U+202E⟩',
      by: 'operator@contoso.example',
      at: noon + hour,
    });
  });

  it('shows the beginning of a 5 MB description until asked for all of it', () => {
    const alert = anAlert({ description: 'word '.repeat(1024 * 1024) });
    const short = buildAlertPanelModel(alert, context).model.description;
    expect(short.pieces.join('').length + short.hidden).toBe(alert.description.length);
    expect(short.pieces.join('').length).toBeLessThan(5000);
    const full = buildAlertPanelModel(alert, { ...context, shownInFull: new Set([short.textId]) }).model.description;
    expect(full.hidden).toBe(0);
    expect(full.pieces.join('')).toBe(alert.description);
    expect(Math.max(...full.pieces.map(({ length }) => length))).toBeLessThan(10_000);
  });

  it('says which fields could not be read and which words are not known', () => {
    const alert = anAlert({
      severity: 'Unknown',
      unrecognized: { severity: 'Catastrophic', intents: ['Sorcery'] },
      unreadable: ['entities'],
    });
    const { model } = buildAlertPanelModel(alert, context);
    expect(model.header.severity).toEqual({ level: 'Unknown', sentWord: 'Catastrophic' });
    expect(model.header.notices[0]?.text).toContain('entities');
    expect(model.facts.find(({ label }) => label === 'Tactics')?.values).toEqual([
      { kind: 'text', text: 'Sorcery (unknown tactic)' },
    ]);
  });

  it.each(hostileTexts)('holds display text only, with %j in every field', (text) => {
    const alert = aHostileAlert(text);
    const { model, actions } = buildAlertPanelModel(alert, aPanelContext([alert]));
    expect(panelModel(model)).toBe(true);
    for (const [path, shown] of stringsIn(model)) {
      // Keys and ids are for messages, not for eyes.
      if (/\.(alertKey|stepKey|id|incidentId)$/.test(path)) continue;
      expect(shown, path).not.toMatch(invisible);
    }
    for (const copyId of actions.copies.keys()) expect(copyText(actions, copyId)).not.toMatch(invisible);
    expect([...actions.links.values()].every((address) => /^https:\/\/portal\.azure\.com\/[!-~]*$/.test(address))).toBe(
      true,
    );
  });

  it('builds a valid model from any JSON in the free fields', () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    const object = fc.dictionary(fc.string(), json) as fc.Arbitrary<JsonObject>;
    const reference = fc.record({ $ref: fc.constantFrom('1', '2', '3') });
    const entity = fc
      .tuple(
        object,
        fc.constantFrom('1', '2', '3'),
        fc.constantFrom('ip', 'process', 'file', 'account', 'host', 'dns', 'odd'),
        fc.dictionary(
          fc.constantFrom('imageFile', 'host', 'address', 'name', 'location', 'threatIntelligence'),
          fc.oneof(json, reference, fc.array(reference)),
        ),
      )
      .map(([free, $id, type, known]) => ({ ...free, ...known, $id, type }));
    fc.assert(
      fc.property(
        fc.array(entity, { maxLength: 6 }),
        object,
        object,
        fc.array(fc.string()),
        (entities, evidence, additional, steps) => {
          const alert = anAlert({
            entities: entities.flatMap((value) => toEntity(value) ?? []),
            supportingEvidence: evidence,
            additional,
            remediationSteps: steps,
            extendedProperties: Object.entries(additional).map(([name, value]) => ({ name, value: value ?? null })),
          });
          expect(panelModel(buildAlertPanelModel(alert, aPanelContext([alert])).model)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
