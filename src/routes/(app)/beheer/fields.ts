/** What an administrator typed about a person, for the command to check. */
export function personFields(form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '');
	return {
		organisationId: text('organisationId'),
		name: text('name'),
		function: text('function'),
		email: text('email'),
		phone: text('phone'),
		administers: text('administers') || 'nothing'
	};
}

export function organisationFields(form: FormData) {
	return {
		name: String(form.get('name') ?? ''),
		kind: String(form.get('kind') ?? ''),
		underMeldcode: form.has('underMeldcode'),
		requireSecondFactor: form.has('requireSecondFactor')
	};
}
