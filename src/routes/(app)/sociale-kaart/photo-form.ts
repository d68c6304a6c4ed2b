import { fail, type RequestEvent } from '@sveltejs/kit';
import { commandForm } from '#lib/server/forms.ts';
import { transact } from '#lib/server/transact.ts';
import { setPhoto } from '#lib/server/usecases/social-map/contact.ts';

type FormEvent = Pick<RequestEvent, 'locals' | 'request'>;

const text = (form: FormData, name: string) => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};
/** A contact person's place at the party, and the revision that was seen. */
const place = (form: FormData) => ({
	role: text(form, 'role') === 'liaison' ? ('liaison' as const) : ('contact' as const),
	expected: Number(text(form, 'expected'))
});

export function contactFields(form: FormData) {
	return {
		...place(form),
		name: text(form, 'name'),
		function: text(form, 'function'),
		phone: text(form, 'phone'),
		email: text(form, 'email')
	};
}

/** A face, from the form under a contact person (SM8). */
export async function placePhoto({ locals, request }: FormEvent, partyId: string) {
	const form = await request.formData();
	const file = form.get('photo');
	const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
	const outcome = await transact(
		locals.app,
		locals.actor,
		(work) => setPhoto(work, { partyId, ...place(form), bytes }),
		'party.set-photo'
	);
	if (outcome.ok) return { saved: true };
	return fail(outcome.error === 'not-found' ? 404 : 422, { error: outcome.error });
}

export async function removePhoto(event: FormEvent, partyId: string) {
	const input = { partyId, ...place(await event.request.formData()) };
	const outcome = await commandForm(event, 'party.remove-photo', input);
	return 'done' in outcome ? { saved: true } : outcome;
}
