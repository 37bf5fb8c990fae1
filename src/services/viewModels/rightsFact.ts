import type { AlertRights } from '../../domain/alertRights.ts';
import type { FactModel } from '../../protocol/factModel.ts';
import { rightsText } from '../rightsText.ts';
import { textFact } from './fact.ts';

/** What the person may do about the alert, and which role is missing for the rest; nothing while that is not known. */
export function rightsFact(rights: AlertRights | undefined): FactModel | undefined {
  return rights === undefined ? undefined : textFact('Your rights', rightsText(rights).full);
}
