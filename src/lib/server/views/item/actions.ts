import type { ActionView } from '#lib/protocol/views.ts';
import { actionView, aroundActions } from './action-view.ts';
import type { ItemContext } from './context.ts';

/** All actions of the item, in the order in which they were proposed; the same for everyone at it. */
export async function actionsPart(context: ItemContext): Promise<ActionView[]> {
	const { store, item, viewer, runs, family, meeting } = context;
	const actions = await store.actions.ofItem(item.id);
	const around = await aroundActions(store, actions);
	const at = { viewer, runs, takesPart: true, meetingClosed: meeting.status === 'closed' };
	return actions.map((action) => actionView(action, family.case.code, around, at));
}
