import { type ActionFailure, type Cookies, fail, redirect } from '@sveltejs/kit';
import type { FailureDetail, Result } from '#lib/domain/result.ts';
import type { LinkAnswerKind } from '#lib/protocol/mail-link.ts';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { giveLinkCode } from '#lib/server/mail/give-code.ts';
import { browserCookie, type LinkCookie, visitCookie } from '#lib/server/mail/link-actor.ts';
import { askAnotherCode, openLink } from '#lib/server/mail/open-link.ts';
import { answerVisit, leaveVisit, visitPage } from '#lib/server/mail/visit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const HERE = '/afspraak';

/** The page behind a link in a mail. The link itself never gets here in an address: it is posted. */
export const load: PageServerLoad = async ({ locals, cookies, setHeaders }) => {
	const { app, address } = locals;
	setHeaders({ 'x-robots-tag': 'noindex' });
	const page = await visitPage(app, cookies.get(visitCookie(app).name), address);
	return { ...page, today: dayInTheNetherlands(app.clock.now()) };
};

interface Refusal {
	error: string;
	detail: FailureDetail | undefined;
	kind: LinkAnswerKind | 'open' | 'code';
	/** What was typed, so that nothing has to be typed again. */
	values: Record<string, string>;
}

const STATUS: Record<string, number> = {
	'link-gone': 404,
	'not-found': 404,
	stale: 409,
	'too-many-attempts': 429,
	'too-many-codes': 429,
	'code-not-sent': 503
};

function refusal(
	{ error, detail }: Extract<Result<unknown>, { ok: false }>,
	kind: Refusal['kind'],
	values: Record<string, string> = {}
): ActionFailure<Refusal> {
	return fail(STATUS[error] ?? 422, { error, detail, kind, values });
}

const put = (cookies: Cookies, { name, attributes }: LinkCookie, value: string) =>
	cookies.set(name, value, attributes);

const drop = (cookies: Cookies, { name, attributes }: LinkCookie) =>
	cookies.delete(name, attributes);

/** What a form says, as text; of a file only nothing. */
async function fieldsOf({ request }: RequestEvent): Promise<Record<string, string>> {
	const form = await request.formData();
	return Object.fromEntries(
		[...form].map(([name, value]) => [name, typeof value === 'string' ? value : ''])
	);
}

function answer(kind: LinkAnswerKind) {
	return async (event: RequestEvent) => {
		const { locals, cookies } = event;
		const { app, address } = locals;
		const fields = await fieldsOf(event);
		const visit = cookies.get(visitCookie(app).name);
		const outcome = await answerVisit(app, visit, { kind, fields, address });
		if (!outcome.ok) return refusal(outcome, kind, fields);
		redirect(303, HERE);
	};
}

export const actions: Actions = {
	async open(event) {
		const { locals, cookies } = event;
		const { app, address } = locals;
		const { link = '' } = await fieldsOf(event);
		const browser = cookies.get(browserCookie(app).name);
		// Whatever was open here before is over, also when this one opens nothing.
		drop(cookies, visitCookie(app));
		const opened = await openLink(app, { link: link.slice(0, 500), browser, address });
		if (!opened.ok) return refusal(opened, 'open');
		put(cookies, visitCookie(app), opened.value);
		redirect(303, HERE);
	},
	async code(event) {
		const { locals, cookies } = event;
		const { app, address } = locals;
		const { code = '', remember } = await fieldsOf(event);
		const given = await giveLinkCode(app, {
			visit: cookies.get(visitCookie(app).name),
			browser: cookies.get(browserCookie(app).name),
			code: code.slice(0, 20),
			remember: remember !== undefined,
			address
		});
		if (!given.ok) return refusal(given, 'code');
		put(cookies, visitCookie(app), given.value.visit);
		if (given.value.browser) put(cookies, browserCookie(app), given.value.browser);
		redirect(303, HERE);
	},
	async again({ locals: { app, address }, cookies }) {
		const asked = await askAnotherCode(app, cookies.get(visitCookie(app).name), address);
		if (!asked.ok) return refusal(asked, 'code');
		put(cookies, visitCookie(app), asked.value);
		redirect(303, HERE);
	},
	async leave({ locals: { app }, cookies }) {
		const [visit, browser] = [visitCookie(app), browserCookie(app)];
		await leaveVisit(app, cookies.get(visit.name), cookies.get(browser.name));
		drop(cookies, visit);
		redirect(303, HERE);
	},
	accept: answer('accept'),
	decline: answer('decline'),
	finish: answer('finish'),
	'hand-on': answer('hand-on')
};
