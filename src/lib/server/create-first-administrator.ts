import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { App } from './app.ts';
import { newOneTimeLink } from './auth/invitations.ts';
import { transact } from './transact.ts';
import { makeInvitation } from './usecases/administration/invite-person.ts';

export interface FirstAdministrator {
	email: string;
	name: string;
	/** Where he or she works; "Beheer" when not given. */
	organisationName?: string;
}

/**
 * For `npm run admin`: makes an administrator of everything and gives the address of a one-time link.
 * For an administrator who is there already it gives a new link: the way back in for who has the server.
 */
export async function createFirstAdministrator(
	app: App,
	{ email, name, organisationName = 'Beheer' }: FirstAdministrator
): Promise<Result<string, 'email-invalid' | 'email-taken'>> {
	if (!/^[^\s@]+@[^\s@]+$/.test(email.trim()) || !name.trim()) return fail('email-invalid');
	const link = newOneTimeLink(app);
	const id = app.ids.id();
	const actor = {
		personId: id,
		organisationId: 'server',
		administers: 'everything',
		client: 'npm run admin',
		address: 'server'
	} as const;
	const made = await transact(
		app,
		actor,
		async (work): Promise<Result<void, 'email-taken'>> => {
			const { people } = work.store;
			const known = await people.byEmail(email);
			if (known && (known.person.administers !== 'everything' || known.person.disabledAt))
				return fail('email-taken');
			const personId = known?.person.id ?? id;
			if (!known) {
				const organisations = await people.organisations();
				let at = organisations.find((one) => one.name === organisationName)?.id;
				if (!at) {
					at = work.id();
					await people.addOrganisation({
						id: at,
						name: organisationName,
						kind: 'other',
						underMeldcode: false
					});
				}
				await people.add({
					id,
					organisationId: at,
					name: name.trim(),
					function: 'beheerder',
					email,
					administers: 'everything',
					createdAt: work.now
				});
			}
			await makeInvitation(work, personId, link.tokenHash);
			await work.log({
				event: 'administrator.create',
				objectKind: 'person',
				objectId: personId,
				ground: 'server'
			});
			return ok();
		},
		'administrator.create'
	);
	return made.ok ? ok(link.address) : fail('email-taken');
}
