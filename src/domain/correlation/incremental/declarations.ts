import type { Declaration } from '../alertTable.ts';

interface LiveDeclaration extends Declaration {
  readonly processed: number;
}

/** The service's incidents that are held, by their keys and by those of their members. */
export class Declarations {
  readonly #all = new Map<string, LiveDeclaration>();
  readonly #naming = new Map<string, Set<LiveDeclaration>>();

  get(key: string): LiveDeclaration | undefined {
    return this.#all.get(key);
  }

  all(): Iterable<LiveDeclaration> {
    return this.#all.values();
  }

  /** Those that name an alert. */
  naming(alertKey: string): Iterable<LiveDeclaration> {
    return this.#naming.get(alertKey) ?? [];
  }

  set(declaration: LiveDeclaration): void {
    this.delete(declaration.key);
    this.#all.set(declaration.key, declaration);
    for (const member of declaration.members) {
      const known = this.#naming.get(member);
      if (known === undefined) this.#naming.set(member, new Set([declaration]));
      else known.add(declaration);
    }
  }

  /** What was forgotten, if anything. */
  delete(key: string): LiveDeclaration | undefined {
    const declaration = this.#all.get(key);
    if (declaration === undefined) return undefined;
    this.#all.delete(key);
    for (const member of declaration.members) {
      const known = this.#naming.get(member);
      known?.delete(declaration);
      if (known?.size === 0) this.#naming.delete(member);
    }
    return declaration;
  }
}
