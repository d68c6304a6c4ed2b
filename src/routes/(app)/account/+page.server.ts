import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { FailureDetail } from '#lib/domain/result.ts';
import {
	changePassword,
	removeSecondFactor,
	renewRecoveryCodes
} from '#lib/server/auth/own-account.ts';
import { endSessionsOf } from '#lib/server/auth/sessions.ts';
import { leaveSession } from '#lib/server/auth/session-cookie.ts';
import { ownAccount } from '#lib/server/auth/own-account-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	account: await ownAccount(locals.app, locals.colleague, locals.session)
});

type Place = 'password' | 'second-factor';

function refused(place: Place, failure: { error: string; detail?: FailureDetail }) {
	const status = failure.error === 'too-many-attempts' ? 429 : 400;
	return fail(status, { place, error: failure.error, detail: failure.detail });
}

async function typed({ request }: RequestEvent, ...names: string[]): Promise<string[]> {
	const form = await request.formData();
	return names.map((name) => String(form.get(name) ?? ''));
}

export const actions: Actions = {
	password: async (event) => {
		const { app, actor, session } = event.locals;
		const [current = '', next = '', repeat = ''] = await typed(event, 'current', 'next', 'repeat');
		const outcome = await changePassword(app, actor, session, { current, next, repeat });
		return outcome.ok ? { done: 'password' as const } : refused('password', outcome);
	},
	recoveryCodes: async (event) => {
		const [password = ''] = await typed(event, 'password');
		const outcome = await renewRecoveryCodes(event.locals.app, event.locals.actor, password);
		return outcome.ok ? { codes: outcome.value } : refused('second-factor', outcome);
	},
	removeSecondFactor: async (event) => {
		const { app, actor, session } = event.locals;
		const [password = ''] = await typed(event, 'password');
		const outcome = await removeSecondFactor(app, actor, session, password);
		return outcome.ok ? { done: 'second-factor' as const } : refused('second-factor', outcome);
	},
	signOutEverywhere: async ({ locals, cookies }) => {
		await endSessionsOf(locals.app, locals.actor.personId);
		await leaveSession(locals.app, cookies);
		redirect(303, '/aanmelden?afgemeld');
	}
};
