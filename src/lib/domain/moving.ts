import { fail, ok, type Result } from './result.ts';

/** What can go along when a case moves to another table (R27), in the order in which it is read. */
export const EXTRACT_KINDS = [
	'child',
	'caregiver',
	'question',
	'news',
	'judgement',
	'watch',
	'coordinator',
	'worries',
	'grounds',
	'blind-spots',
	'action'
] as const;
export type ExtractKind = (typeof EXTRACT_KINDS)[number];

/** The least that another table needs: ticked beforehand (R21: no more than needed). */
const LEAST: ReadonlySet<ExtractKind> = new Set([
	'child',
	'caregiver',
	'question',
	'news',
	'judgement',
	'watch'
]);
/** Never left out: that somebody watches, or that nobody does, is safety itself (R28). */
const ALWAYS: ReadonlySet<ExtractKind> = new Set(['watch']);

export const isChosenBeforehand = (kind: ExtractKind) => LEAST.has(kind);
export const goesAlways = (kind: ExtractKind) => ALWAYS.has(kind);

/** One line of the extract, as it is fixed and shown at the other table. Nothing in it refers back. */
export interface ExtractLine {
	kind: ExtractKind;
	/** First name of the child or adult it is about; empty for what is about all. */
	about: string;
	/** In the words of who wrote it. */
	text: string;
	/** What is said in the words of the screen: safety, grade, risk, days, ids of questions. */
	facts: Record<string, string | number>;
}

/** A line to choose. */
export interface OfferedLine extends ExtractLine {
	key: string;
	/** The key of the child it is about: without that child it does not go along. */
	of: string | null;
}

export type ExtractError = 'extract-changed' | 'no-child-chosen' | 'child-not-chosen';

/** The lines that were chosen, in their order; or why these can't go (MV3). */
export function chooseLines(
	offered: readonly OfferedLine[],
	keys: ReadonlySet<string>
): Result<ExtractLine[], ExtractError> {
	const chosen = offered.filter(({ key }) => keys.has(key));
	if (chosen.length !== keys.size) return fail('extract-changed');
	if (offered.some(({ kind, key }) => goesAlways(kind) && !keys.has(key)))
		return fail('extract-changed');
	if (!chosen.some(({ kind }) => kind === 'child')) return fail('no-child-chosen');
	if (chosen.some(({ of }) => of !== null && !keys.has(of))) return fail('child-not-chosen');
	return ok(chosen.map(({ kind, about, text, facts }) => ({ kind, about, text, facts })));
}

export type MoveStatus = 'waiting' | 'received' | 'returned' | 'taken-back';

/** Whether a case may be offered to this table now (MV6). */
export function mayMove(
	moves: readonly { status: MoveStatus; toTableId: string }[],
	toTableId: string
): Result<void, 'already-moving' | 'already-moved-there'> {
	if (moves.some(({ status }) => status === 'waiting')) return fail('already-moving');
	return moves.some((one) => one.status === 'received' && one.toTableId === toTableId)
		? fail('already-moved-there')
		: ok();
}

export type WatchPlace = 'old-table' | 'new-table' | 'nobody';

/** Where the watch on safety lies while a case moves: never a gap, and no yes in another's name (MV11). */
export function watchPlace(held: { atOld: boolean; atNew: boolean }): WatchPlace {
	if (held.atNew) return 'new-table';
	return held.atOld ? 'old-table' : 'nobody';
}
