import { error } from '@sveltejs/kit';
import { commandForm } from '#lib/server/forms.ts';
import { tablePage } from '#lib/server/views/administration/tables.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const table = await tablePage(locals.app, locals.actor, params.tableId);
	if (!table) error(404);
	return { table };
};

type Name = 'table.change' | 'table.archive' | 'table.restore' | 'seat.give' | 'seat.remove';

function command(name: Name, read: (text: (field: string) => string, form: FormData) => object) {
	return async (event: RequestEvent) => {
		const form = await event.request.formData();
		const input = read((field) => String(form.get(field) ?? ''), form);
		const outcome = await commandForm(event, name, { tableId: event.params.tableId, ...input });
		return 'done' in outcome ? { saved: true } : outcome;
	};
}

export const actions: Actions = {
	change: command('table.change', (text) => ({
		name: text('name'),
		minutes: text('minutes'),
		minutesPerCase: text('minutesPerCase')
	})),
	archive: command('table.archive', () => ({})),
	restore: command('table.restore', () => ({})),
	giveSeat: command('seat.give', (text, form) => ({
		personId: text('personId'),
		role: text('role'),
		remote: form.has('remote')
	})),
	removeSeat: command('seat.remove', (text) => ({ personId: text('personId') }))
};
