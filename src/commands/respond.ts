import type { ResponseCommandName } from '../response/index.ts';
import type { Command } from './product.ts';

/** A command whose body is in the room `response`, which is read when it is first wanted. */
export function respond(name: ResponseCommandName): Command {
  return async ({ response }, argument, selected) => {
    await (await response()).run(name, argument, selected);
  };
}
