/** What was typed about a party, as the command takes it; numbers and empty fields as such. */
export function partyFields(form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const orNull = (name: string) => text(name) || null;
	const years = (name: string) => (text(name) === '' ? null : Number(text(name)));
	const contact = (prefix: string) =>
		text(`${prefix}name`) === ''
			? null
			: {
					personId: orNull(`${prefix}person`),
					name: text(`${prefix}name`),
					function: text(`${prefix}function`),
					phone: text(`${prefix}phone`),
					email: text(`${prefix}email`)
				};
	return {
		name: text('name'),
		kind: text('kind'),
		organisationId: orNull('organisationId'),
		offers: text('offers')
			.split('\n')
			.map((line) => line.trim())
			.filter(Boolean),
		ageFrom: years('ageFrom'),
		ageTo: years('ageTo'),
		contractFrom: orNull('contractFrom'),
		contractUntil: orNull('contractUntil'),
		waiting: text('waiting'),
		waitingOn: orNull('waitingOn'),
		contact: contact('contact-'),
		liaison: contact('liaison-')
	};
}
export type PartyValues = ReturnType<typeof partyFields>;
