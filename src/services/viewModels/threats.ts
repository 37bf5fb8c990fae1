import { displayLabel } from '../../domain/displayText.ts';
import { isJsonObject, ownString, ownValue, type JsonObject } from '../../domain/json.ts';
import type { ThreatModel } from '../../protocol/entityModel.ts';
import { facts, textFact } from './fact.ts';
import type { PanelActionTable } from './panelActions.ts';

const threatLimit = 20;

/** The threat-intelligence entries of an entity that are objects, as sent. */
export function threatEntries(properties: JsonObject): readonly JsonObject[] {
  const list = ownValue(properties, 'threatIntelligence');
  return Array.isArray(list) ? list.filter(isJsonObject).slice(0, threatLimit) : [];
}

/** "Conficker (Botnet)", or as much of it as the feed says. */
export function threatName(entry: JsonObject): string {
  const name = ownString(entry, 'threatName');
  const type = ownString(entry, 'threatType');
  if (name === undefined) return displayLabel(type ?? 'Known threat');
  return displayLabel(type === undefined ? name : `${name} (${type})`);
}

export function threatsOf(properties: JsonObject, actions: PanelActionTable): ThreatModel[] {
  return threatEntries(properties).map((entry) => {
    const report = ownString(entry, 'reportLink');
    return {
      name: threatName(entry),
      facts: facts(
        textFact('Source', ownString(entry, 'providerName')),
        textFact('Confidence', confidence(entry)),
        textFact('What is known', ownString(entry, 'threatDescription')),
      ),
      ...(report === undefined ? {} : { report: actions.link('Threat report', report) }),
    };
  });
}

/** A share of 1 as a percentage; other forms as sent. */
function confidence(entry: JsonObject): string | undefined {
  const value = ownValue(entry, 'confidence');
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return undefined;
  return value <= 1 ? `${String(Math.round(value * 100))}%` : String(value);
}
