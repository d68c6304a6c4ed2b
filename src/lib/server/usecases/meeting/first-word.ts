import type { Work } from '../../work.ts';
import type { AtItem } from '../at-item.ts';

/**
 * Call it before someone's answer or judgement is stored: the first one takes him or her off the chair's
 * list of who has said nothing yet (MT8). Later ones change nothing there.
 */
export async function firstWord(work: Work, at: AtItem, personId: string): Promise<void> {
	const { assessment, judgements } = work.store;
	const spoke = [
		...(await assessment.answeredAt([at.item.id])),
		...(await judgements.gaveAt([at.item.id]))
	].some((one) => one.personId === personId);
	if (!spoke) work.touch(`meeting:${at.meeting.id}`);
}
