/** What is known of alerts, or of what was folded from them, in columns: one row each, chronological. */
export interface ActivityColumns {
  readonly size: number;
  /** Begin and end of the activity, epoch milliseconds; NaN where the service sent no time. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly type: Int32Array;
  /** 0 where it is not known. */
  readonly tenant: Int32Array;
  readonly severity: Uint8Array;
  /** Bit b: a tactic of kill-chain band b is named. */
  readonly bands: Uint8Array;
  /** Evidence of row r: `evidence[evidenceFrom[r]]` up to before `evidence[evidenceFrom[r + 1]]`, rising, no repeats. */
  readonly evidenceFrom: Int32Array;
  readonly evidence: Int32Array;
}
