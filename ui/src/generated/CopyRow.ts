
export type CopyRow = { visit: string, edition: string, number: number, version: number, format: string, holder: string | null, issued_on: string, };
