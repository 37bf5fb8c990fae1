import type { StepAction } from '../../protocol/runbookModel.ts';
import type { ResponseContext } from '../responseContext.ts';
import { stepOrAsk } from './askForStep.ts';

/** A command that does something about a step: the one that is named, or that the person chooses. */
export function onStep(action: StepAction): (response: ResponseContext, argument: unknown) => Promise<void> {
  return async (response, argument) => {
    const ref = await stepOrAsk(response, argument, action);
    if (ref !== undefined) await response.steps.act(action, ref);
  };
}
