import { error } from '@sveltejs/kit';
import { commandForm } from '#lib/server/forms.ts';
import { transact } from '#lib/server/transact.ts';
import { meetingLedger } from '#lib/server/views/ledger.ts';
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
	async retry(event) {
		const data = await event.request.formData();
		return commandForm(event, 'delivery.retry', { deliveryId: data.get('deliveryId') });
	}
};
