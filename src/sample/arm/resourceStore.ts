/** A resource as Resource Manager gives it: `id`, `name`, `type`, `location`, `properties`… */
export type SampleArmResource = Readonly<Record<string, unknown>>;

/** The resources of a session by id, found without regard to case. What is there at first is made when it is asked for. */
export class ResourceStore {
  private readonly resources = new Map<string, SampleArmResource>();
  private readonly gone = new Set<string>();

  find(id: string): SampleArmResource | undefined {
    return this.resources.get(fold(id));
  }

  /** True for what was deleted in this session. */
  isGone(id: string): boolean {
    return this.gone.has(fold(id));
  }

  put(id: string, resource: SampleArmResource): void {
    this.gone.delete(fold(id));
    this.resources.set(fold(id), resource);
  }

  /** With everything below it. */
  delete(id: string): void {
    this.gone.add(fold(id));
    for (const key of [...this.resources.keys()]) {
      if (key === fold(id) || key.startsWith(`${fold(id)}/`)) this.resources.delete(key);
    }
  }

  /** Resources directly in a collection, "…/securityRules". */
  below(collection: string): readonly SampleArmResource[] {
    const start = `${fold(collection)}/`;
    return [...this.resources].flatMap(([key, resource]) =>
      key.startsWith(start) && !key.slice(start.length).includes('/') ? [resource] : [],
    );
  }
}

function fold(id: string): string {
  return id.toLowerCase().replace(/\/$/, '');
}
