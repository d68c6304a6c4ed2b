import { fail, ok, type Result } from './result.ts';

/**
 * What goes straight to Veilig Thuis, before any talk with the parents, since that talk itself can
 * endanger a child: honour-related violence, (threat of) forced marriage, female genital mutilation.
 */
export const STRAIGHT_KINDS = ['honour', 'forced-marriage', 'genital-mutilation'] as const;
export type StraightKind = (typeof STRAIGHT_KINDS)[number];

export interface StraightMark {
	childId: string;
	kind: StraightKind;
	itemId: string;
	setBy: string;
	/** At which item it was taken back; null: it stands. */
	takenBackAt: string | null;
}

/** The marks that stand, for who knows these items: one taken back elsewhere still stands here. */
export function standingMarks<T extends StraightMark>(
	marks: readonly T[],
	known: ReadonlySet<string>
): T[] {
	return marks.filter(
		({ itemId, takenBackAt }) =>
			known.has(itemId) && (takenBackAt === null || !known.has(takenBackAt))
	);
}

export function mayTakeBack(
	mark: Pick<StraightMark, 'setBy'> | undefined,
	personId: string,
	runs: boolean
): Result<void, 'not-marked' | 'not-yours-to-take-back'> {
	if (!mark) return fail('not-marked');
	return runs || mark.setBy === personId ? ok() : fail('not-yours-to-take-back');
}
