export type ClosingPart = Record<string, never>;
