export type SignalsPart = Record<string, never>;
