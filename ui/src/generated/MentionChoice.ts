
export type MentionChoice = { table: string, column: string, record: string, };
