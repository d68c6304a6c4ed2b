import type { ItemView } from '#lib/protocol/views.ts';
import { signalsPoints } from './signals/board.ts';
import { familyPoints } from './family/board.ts';
import { groundsPoints } from './grounds/board.ts';
import { meldcodeStepsPoints } from './meldcode/board.ts';
import { referralsPoints } from './referrals/board.ts';
import { closingPoints } from './closing/board.ts';
import { movingPoints } from './moving/board.ts';

/** Something still to do at a case item, in words, with the id of the element where it can be done. */
export interface BoardPoint {
	target: string;
	/** Red: a child may be unsafe, or something is overdue. */
	tone: 'red' | 'amber' | 'neutral';
	text: string;
}

/** What the parts of the case besides assessment and judgement ask for; most pressing first. */
export function casePoints(view: ItemView): BoardPoint[] {
	if (view.head.status === 'done') return [];
	return [
		...signalsPoints(view),
		...familyPoints(view),
		...groundsPoints(view),
		...meldcodeStepsPoints(view),
		...referralsPoints(view),
		...closingPoints(view),
		...movingPoints(view)
	].toSorted((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone));
}

const TONES: readonly BoardPoint['tone'][] = ['red', 'amber', 'neutral'];
