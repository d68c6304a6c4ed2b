import { dayInTheNetherlands, momentInTheNetherlands } from '#lib/server/days.ts';
import { commandForm } from '#lib/server/forms.ts';
import { read } from '#lib/server/read.ts';
import { arrivedMoves } from '#lib/server/views/arrived-moves.ts';
import { tableView } from '#lib/server/views/table.ts';
import { urgentCases } from '#lib/server/views/urgent-cases.ts';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { tableId } }) => {
	const { app, actor } = locals;
	const table = await read(
		app,
		actor,
		'open-table',
		async (store) => {
			const view = await tableView(store, actor, tableId);
			if (!view) return null;
			const urgent = await urgentCases(store, actor, tableId);
			const moves = await arrivedMoves(store, actor);
			const arrived = moves.value.filter((move) => move.tableId === tableId);
			return {
				value: { ...view, urgent: urgent.value, arrived },
				reads: [
					...urgent.reads,
					...moves.reads.filter((one) => arrived.some(({ id }) => id === one.objectId))
				]
			};
		},
		{ objectKind: 'table', objectId: tableId }
	);
	if (!table) error(404, 'not-found');
	return { table, today: dayInTheNetherlands(app.clock.now()), me: actor.personId };
};

export const actions: Actions = {
	plan: async (event) => {
		const form = await event.request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const outcome = await commandForm(
			event,
			'meeting.plan',
			{
				tableId: event.params.tableId,
				startsAt: momentInTheNetherlands(text('day'), text('time'))?.toISOString() ?? '',
				minutes: text('minutes'),
				place: text('place'),
				videoLink: text('videoLink')
			},
			form.get('commandId')
		);
		if (!('done' in outcome)) return outcome;
		const { meetingId } = outcome.value as { meetingId: string };
		redirect(303, `/overleg/${meetingId}`);
	},
	receive: async (event) => {
		const form = await event.request.formData();
		const outcome = await commandForm(event, 'move.receive', {
			moveId: String(form.get('moveId') ?? ''),
			meetingId: String(form.get('meetingId') ?? ''),
			inviteTable: form.has('inviteTable'),
			inviteMover: form.has('inviteMover')
		});
		if (!('done' in outcome)) return outcome;
		const { meetingId, itemId } = outcome.value as { meetingId: string; itemId: string };
		redirect(303, `/overleg/${meetingId}?punt=${itemId}`);
	},
	return: async (event) => {
		const form = await event.request.formData();
		const outcome = await commandForm(event, 'move.return', {
			moveId: String(form.get('moveId') ?? ''),
			reason: String(form.get('reason') ?? '')
		});
		return 'done' in outcome ? { saved: true } : outcome;
	}
};
