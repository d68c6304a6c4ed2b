export type MeldcodeStepsPart = Record<string, never>;
