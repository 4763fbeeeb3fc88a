
export type MentionRow = { table: string, column: string, record: string, place: string, before: string, after: string, sure: boolean, };
