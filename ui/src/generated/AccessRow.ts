
export type AccessRow = { key: string, label: string, value: string, on: string | null, source: string | null, third: boolean, };
