import type { Result } from '#lib/domain/result.ts';
import type { App } from './app.ts';
import { newOneTimeLink } from './auth/invitations.ts';
import { transact } from './transact.ts';
import {
	type FirstAdministrator,
	makeFirstAdministrator
} from './usecases/administration/make-first-administrator.ts';

type Refusal = 'email-invalid' | 'email-taken';

/** For `npm run admin`: the address of the one-time link of an administrator of everything. */
export async function createFirstAdministrator(
	app: App,
	input: Omit<FirstAdministrator, 'organisationName'> & { organisationName?: string }
): Promise<Result<string, Refusal>> {
	const { address, tokenHash } = newOneTimeLink(app);
	const actor = {
		personId: app.ids.id(),
		organisationId: 'server',
		administers: 'everything',
		client: 'npm run admin',
		address: 'server'
	} as const;
	const organisationName = input.organisationName ?? 'Beheer';
	const made = await transact(
		app,
		actor,
		(work) => makeFirstAdministrator(work, { ...input, organisationName, tokenHash }),
		'administrator.create'
	);
	return made.ok ? { ok: true, value: address } : { ok: false, error: made.error as Refusal };
}
