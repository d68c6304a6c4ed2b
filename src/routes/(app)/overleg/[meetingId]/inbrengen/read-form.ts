/** The fields of "Casus inbrengen"; rows of children and caregivers that were left empty do not count. */
export function readBringForm(form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const all = (name: string) => form.getAll(name).map((value) => String(value).trim());
	const birthMonths = all('childBirthMonth');
	const lastNames = all('adultLastName');
	const relations = all('adultRelation');
	return {
		tableId: text('tableId'),
		caseId: text('caseId'),
		reason: text('reason'),
		news: text('news'),
		minutes: text('minutes'),
		participants: all('participant'),
		children: all('childFirstName')
			.map((firstName, row) => ({ firstName, birthMonth: birthMonths[row] ?? '' }))
			.filter((child) => child.firstName || child.birthMonth),
		caregivers: all('adultFirstName')
			.map((firstName, row) => ({
				firstName,
				lastName: lastNames[row] ?? '',
				relation: relations[row] ?? ''
			}))
			.filter((adult) => adult.firstName || adult.lastName || adult.relation)
	};
}
