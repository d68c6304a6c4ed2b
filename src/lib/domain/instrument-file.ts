import raw from './instrument.v1.json' with { type: 'json' };

export const SECTION_IDS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
export type SectionId = (typeof SECTION_IDS)[number];

// prettier-ignore
export const QUESTION_IDS = [
	'A1', 'A2', 'A3', 'A4', 'A5',
	'B6', 'B7', 'B8', 'B9',
	'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C17',
	'D18', 'D19', 'D20', 'D21',
	'E22', 'E23', 'E24', 'E25',
	'F26', 'F27', 'F28',
	'G29', 'G30',
	'H31', 'H32', 'H33', 'H34', 'H35'
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

export type SignalAnswer = 'observed' | 'suspected' | 'ruled-out' | 'not-checked';
export type ProtectionAnswer = 'present' | 'fragile' | 'absent' | 'unknown';
export type ScaleChoice = SignalAnswer | ProtectionAnswer;
export type ScaleId = 'signal' | 'protection';

interface RawAnswer {
	kind: string;
	options?: { id: string; nl: string }[];
	fields?: string[];
	none?: string;
	otherwise?: string;
	grade?: { nl: string; min: number; max: number; anchors: { '0': string; '10': string } };
}

interface RawSection {
	id: SectionId;
	nl: string;
	hint?: string;
	scale?: ScaleId;
	perAdult?: boolean;
	questions: { id: QuestionId; nl: string; perAdult?: boolean; answer?: RawAnswer }[];
}

interface RawScale {
	options: { id: ScaleChoice; nl: string }[];
	requiresSourceAndDate: ScaleChoice[];
	blindSpot: ScaleChoice[];
}

/** The instrument file itself, version 1: content, wording and order never change. */
export const INSTRUMENT = raw as {
	id: string;
	version: number;
	title: string;
	note: string;
	scales: Record<ScaleId, RawScale>;
	sections: RawSection[];
	rules: string[];
};
