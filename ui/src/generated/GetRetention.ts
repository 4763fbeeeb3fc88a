
export type GetRetention = { ahead: number, };
