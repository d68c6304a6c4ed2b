import type { AnswerValue } from '#lib/domain/answer.ts';
import type { CopyLine } from '#lib/domain/family-copy.ts';
import type { RecordContent } from '../my-actions.ts';

/** An own answer of the organisation, about whom by first name. */
export interface DossierAnswer {
	about: string;
	questionId: string;
	person: string;
	value: AnswerValue;
	source: string | null;
	observedOn: string | null;
}

/** An organisation's own part of an item, for its own dossier. */
export interface DossierContent {
	organisation: string;
	/** The organisation's own reference; no other organisation gets it. */
	reference: string;
	/** With the facts text of this organisation and the common one only. */
	record: RecordContent;
	answers: DossierAnswer[];
}

export interface DossierVersion {
	version: number;
	madeAt: string;
	madeBy: string;
	hash: string;
}

export interface DossierView {
	itemId: string;
	caseId: string;
	content: DossierContent;
	/** Hash of the content as shown. */
	basis: string;
	/** The version that is exactly this content; null: not fixed yet. */
	fixed: DossierVersion | null;
	/** Earlier ones, newest first. */
	versions: DossierVersion[];
}

export interface CopySubject {
	id: string;
	name: string;
	/** "moeder"; for a child its age in years. */
	relation: string;
	age: number | null;
}

export interface CopyVersion {
	id: string;
	subjectId: string;
	name: string;
	version: number;
	madeAt: string;
	madeBy: string;
}

/** To choose what a family member gets. */
export interface CopyView {
	itemId: string;
	caseId: string;
	code: string;
	tableName: string;
	day: string;
	subjects: CopySubject[];
	chosen: { subject: CopySubject; lines: CopyLine[]; basis: string } | null;
	versions: CopyVersion[];
}

/** One that was made: what it says does not change. */
export interface FixedCopy extends CopyVersion {
	itemId: string;
	code: string;
	tableName: string;
	day: string;
	lines: { section: CopyLine['section']; text: string }[];
	/** Something was left out. */
	incomplete: boolean;
}
