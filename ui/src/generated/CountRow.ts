
export type CountRow = { kind: string, label: string, count: number, };
