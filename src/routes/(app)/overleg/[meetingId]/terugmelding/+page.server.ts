import { error } from '@sveltejs/kit';
import { transact } from '#lib/server/transact.ts';
import { meetingLedger } from '#lib/server/views/ledger.ts';
import { command } from '../../../acties/action-forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where each action of this meeting stands with its receiver. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { app, actor } = locals;
	const ledger = await transact(
		app,
		actor,
		(work) => meetingLedger(work, params.meetingId),
		'read-ledger'
	);
	if (!ledger.ok) error(404);
	return { ledger: ledger.value, now: app.clock.now().toISOString() };
};

export const actions: Actions = {
	retry: command('delivery.retry'),
	handOver: command('delivery.hand-over'),
	takeBack: command('delivery.take-back')
};
