/** A request to Azure Resource Manager, reduced to what any transport (SDK `httpClient`, HTTPS server) can supply. */
export interface ArmRequest {
  readonly method: string;
  readonly url: string;
  /** Names in any case; `headerOf` reads them case-insensitively. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ArmResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The empty string when there is none. */
  readonly body: string;
}

/** The value of a header, whatever the case of its name. */
export function headerOf(request: ArmRequest, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(request.headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}
