import { dayInTheNetherlands } from '#lib/server/days.ts';
import { read } from '#lib/server/read.ts';
import { actionsToday } from '#lib/server/views/actions-today.ts';
import { arrivedMoves } from '#lib/server/views/arrived-moves.ts';
import { duties } from '#lib/server/views/duties/duties.ts';
import { leftLying } from '#lib/server/views/left-lying.ts';
import { pausedConnectors } from '#lib/server/views/paused-connectors.ts';
import { questionsWaiting } from '#lib/server/views/asked-anonymously.ts';
import { myMeetings } from '#lib/server/views/today.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Vandaag: what concerns me now. */
export const load: PageServerLoad = async ({ locals }) => {
	const { app, actor, colleague } = locals;
	const now = app.clock.now();
	const today = dayInTheNetherlands(now);
	const found = await read(app, actor, 'read-today', async (store) => {
		const { meetings, reads } = await myMeetings(store, actor, now);
		const actions = await actionsToday(store, actor, today);
		const own = await duties(store, actor, today);
		const lying = await leftLying(store, actor);
		const arrived = await arrivedMoves(store, actor);
		// Here only that there is something: what it says is read on the page of the table.
		const arrivals = arrived.value.map(({ id, tableId, tableName, fromTableName, on }) => ({
			...{ id, tableId, tableName, fromTableName, on }
		}));
		const questions = await questionsWaiting(store, actor);
		return {
			value: {
				...{ meetings, ...actions.value, duties: own.value, lying: lying.value },
				...{ arrivals, questions: questions.value },
				connectors: await pausedConnectors(store, actor)
			},
			reads: [reads, actions.reads, own.reads, lying.reads, questions.reads].flat()
		};
	});
	if (!found) error(404, 'not-found');
	return {
		today,
		me: actor.personId,
		firstName: colleague.person.name.split(' ')[0] ?? '',
		...found
	};
};
