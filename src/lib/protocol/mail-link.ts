import type { ActionStatus } from '#lib/domain/action.ts';
import * as v from 'valibot';
import { aDay, anId, optionalLine, someText } from './fields.ts';

/** What the page behind a link in a mail shows, and the forms on it. Days `YYYY-MM-DD`. */
export interface LinkedAction {
	/** Null where the title turned out to hold a name registered on the case. */
	title: string | null;
	owner: { name: string | null; organisation: string };
	due: string;
	status: ActionStatus;
	reason: string | null;
	caseCode: string;
	/** The receiver's own reference of the case, if it has given one. */
	dossierReference: string | null;
	revision: number;
	asks: Asks;
	may: ('accept' | 'decline' | 'finish' | 'hand-on')[];
	/** Of the same organisation, with an account. */
	colleagues: { id: string; name: string; function: string }[];
}

/** Who runs the table that asks. */
export interface Asks {
	organisation: string;
	chair: string;
	/** Empty when there is none. */
	phone: string;
}

export interface LinkedList {
	caseCode: string;
	dossierReference: string | null;
	actions: {
		title: string | null;
		owner: { name: string | null; organisation: string } | null;
		deadline: string | null;
	}[];
	asks: Asks;
}

const revision = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));

export const linkAnswers = {
	accept: v.object({ revision }),
	decline: v.object({ revision, reason: someText(500) }),
	finish: v.object({ revision, doneOn: aDay, result: optionalLine(500) }),
	'hand-on': v.object({ revision, personId: anId })
};
export type LinkAnswerKind = keyof typeof linkAnswers;
export type LinkAnswer = {
	[Kind in LinkAnswerKind]: { kind: Kind } & v.InferOutput<(typeof linkAnswers)[Kind]>;
}[LinkAnswerKind];

/** A form of the page as an answer; null when a field is missing or wrong, with which. */
export function linkAnswer(
	kind: LinkAnswerKind,
	fields: Record<string, unknown>
): { ok: true; answer: LinkAnswer } | { ok: false; field: string } {
	const read = v.safeParse(linkAnswers[kind], fields);
	if (!read.success) return { ok: false, field: v.getDotPath(read.issues[0]) ?? '' };
	return { ok: true, answer: { kind, ...read.output } as LinkAnswer };
}

/** The secret in what was read from the address bar, or in a whole link that was pasted. */
export function secretIn(text: string): string | null {
	return /(?:^|#)([\w-]{43})$/.exec(text.trim())?.[1] ?? null;
}
