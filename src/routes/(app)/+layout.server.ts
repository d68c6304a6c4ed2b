import { initialsOf } from '#lib/domain/initials.ts';
import { demoPeople } from '#lib/server/auth/demo.ts';
import type { LayoutServerLoad } from './$types';

/** What the frame round each signed-in page shows: the properties of `Shell.svelte`. */
export const load: LayoutServerLoad = async ({ locals }) => {
	const { person, organisation } = locals.colleague;
	const people = await demoPeople(locals.app);
	const { partnerInboxUrl, demoMailboxUrl } = locals.app.settings;
	return {
		shell: {
			person: {
				id: person.id,
				name: person.name,
				organisationName: organisation.name,
				isAdministrator: person.administers !== 'nothing',
				initials: initialsOf(person.name)
			},
			...(people && { demoPeople: people }),
			...(people && partnerInboxUrl && { partnerInboxUrl }),
			...(people && demoMailboxUrl && { demoMailboxUrl })
		}
	};
};
