export type GroundsPart = Record<string, never>;
