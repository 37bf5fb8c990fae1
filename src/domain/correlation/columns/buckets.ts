/** Which members each bucket has, in their order. A counting sort: linear, and two integers for each member. */
export class Buckets {
  readonly #from: Int32Array;
  readonly #members: Int32Array;

  /** @param bucketOf for each member its bucket, 0 … count - 1. */
  constructor(bucketOf: ArrayLike<number>, count: number) {
    const from = new Int32Array(count + 1);
    for (let member = 0; member < bucketOf.length; member += 1) {
      const after = (bucketOf[member] as number) + 1;
      from[after] = (from[after] as number) + 1;
    }
    for (let bucket = 0; bucket < count; bucket += 1) {
      from[bucket + 1] = (from[bucket + 1] as number) + (from[bucket] as number);
    }
    const next = from.slice();
    const members = new Int32Array(bucketOf.length);
    for (let member = 0; member < bucketOf.length; member += 1) {
      const bucket = bucketOf[member] as number;
      const place = next[bucket] as number;
      members[place] = member;
      next[bucket] = place + 1;
    }
    this.#from = from;
    this.#members = members;
  }

  sizeOf(bucket: number): number {
    return (this.#from[bucket + 1] as number) - (this.#from[bucket] as number);
  }

  of(bucket: number): readonly number[] {
    return Array.from(this.#members.subarray(this.#from[bucket], this.#from[bucket + 1]));
  }
}
