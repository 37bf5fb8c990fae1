const maximumTicks = 3_155_378_975_999_999_999n;
const epochTicks = 621_355_968_000_000_000n;

export function utc(time: number): string {
  return new Date(time).toISOString();
}

/** Name of an alert: .NET ticks left until DateTime.MaxValue, so that names sort newest first, and an id. */
export function alertName(time: number, guid: string): string {
  return `${maximumTicks - (epochTicks + BigInt(Math.round(time)) * 10_000n)}_${guid}`;
}
