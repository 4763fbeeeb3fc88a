
export type WrittenRow = { op: string, at: string, actor: string, };
