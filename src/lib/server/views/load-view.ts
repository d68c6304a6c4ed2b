import type { App } from '../app.ts';
import type { Repositories } from '../store/repositories.ts';
import type { AccessEntry, Actor, Topic } from '../work.ts';
import { loadItemView } from './item/load-item-view.ts';
import { meetingView } from './meeting.ts';

/** A view with the reads that must be on the access log when it is opened. */
export interface LoadedView {
	parts: object;
	reads: AccessEntry[];
}

/** What this actor may see of a topic now; null alike for absent and forbidden. */
export async function loadView(
	app: App,
	store: Repositories,
	actor: Actor,
	topic: Topic
): Promise<LoadedView | null> {
	await app.dayTurn.done();
	const [kind, id = ''] = topic.split(':');
	const now = app.clock.now();
	switch (kind) {
		case 'meeting':
			return meetingView(store, actor, id, now);
		case 'item':
			return loadItemView(store, actor, id, now);
		case 'person':
			return id === actor.personId ? { parts: { changed: now.toISOString() }, reads: [] } : null;
		default:
			return null;
	}
}
