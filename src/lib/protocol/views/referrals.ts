export type ReferralsPart = Record<string, never>;
