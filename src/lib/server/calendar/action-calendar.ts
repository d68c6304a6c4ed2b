import type { Action } from '../store/actions.ts';
import type { Work } from '../work.ts';
import { ACTION_TITLE, calendarOf } from './neutral.ts';

/** These actions as a calendar, by neutral titles; each case in it counts as read (NEN 7513). */
export async function actionCalendar(
	work: Work,
	actions: readonly Action[],
	event: string,
	publicUrl: URL
): Promise<string> {
	for (const caseId of new Set(actions.map((action) => action.caseId)))
		await work.log({ event, objectKind: 'case', objectId: caseId, caseId, ground: 'owner' });
	return calendarOf(
		actions.map((action) => ({
			uid: action.id,
			title: ACTION_TITLE,
			url: new URL(`/acties/${action.id}`, publicUrl).href,
			stamp: action.updatedAt,
			sequence: action.revision,
			when: { day: action.due }
		}))
	);
}
