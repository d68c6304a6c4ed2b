export type FamilyPart = Record<string, never>;
