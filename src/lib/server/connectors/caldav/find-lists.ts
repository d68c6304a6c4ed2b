import { propfind } from 'tsdav';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { App } from '../../app.ts';
import { checkUrl } from '../webhook/address.ts';
import { type Answer, guarded, multistatus, signedIn, word } from './client.ts';
import { type DavParts, pinnedFetch } from './pinned-fetch.ts';
import { Refusal } from './refusal.ts';

export interface Account {
	/** The server's address, as the organisation knows it. */
	url: string;
	username: string;
	password: string;
}

export interface TaskListFound {
	url: string;
	name: string;
}

/** All requests of one search. */
const SEARCH_MS = 25_000;

/** The task lists someone can write to, for choosing one while setting up; keeps nothing. */
export async function findLists(
	app: App,
	account: Account,
	parts: Partial<DavParts> = {}
): Promise<Result<TaskListFound[]>> {
	const allow = app.settings.webhookAllow;
	const checked = checkUrl(account.url.trim(), allow);
	if (!checked.ok) return checked;
	const url = checked.value.href;
	const fetch = pinnedFetch(url, { allow, ...parts }, AbortSignal.timeout(SEARCH_MS));
	const headers = signedIn(account);

	/** What a place says of itself, or (`depth` 1) of what lies in it. */
	const asked = async (place: string, depth: '0' | '1'): Promise<Answer[]> =>
		multistatus(await propfind({ url: place, depth, headers, fetch, props: PROPS }));

	const found = await guarded(async () => {
		for (const start of await places(url, fetch, headers)) {
			const own = await tolerant(() => asked(start, '0'));
			const at = own?.[0]?.props;
			if (!at) continue;
			// The address may be that of a list, of someone's lists, of someone, or of the server.
			if (isList(at)) return ok(listsIn(own, start));
			const principal = placeIn(at.currentUserPrincipal, start);
			const home =
				placeIn(at.calendarHomeSet, start) ??
				(principal && placeIn((await asked(principal, '0'))[0]?.props?.calendarHomeSet, start));
			if (home) return ok(listsIn(await asked(home, '1'), start));
		}
		return fail('list-not-found');
	});
	if (!found.ok) return isNoTaskList(found.error) ? fail('list-not-found') : found;
	return found.value.length > 0 ? found : fail('list-not-found');
}

const PROPS = {
	'd:resourcetype': {},
	'd:displayname': {},
	'd:current-user-principal': {},
	'd:current-user-privilege-set': {},
	'c:calendar-home-set': {},
	'c:supported-calendar-component-set': {}
};

const isNoTaskList = (error: string) => error === 'list-gone' || error === 'not-a-task-list';

/** Where to ask: the address itself, and where the server says its calendars are (RFC 6764). */
async function places(
	url: string,
	fetch: typeof globalThis.fetch,
	headers: Record<string, string>
): Promise<string[]> {
	const wellKnown = new URL('/.well-known/caldav', url).href;
	const answer = await fetch(wellKnown, { method: 'GET', headers });
	const location = answer.headers.get('location');
	if (!location || answer.status < 300 || answer.status >= 400) return [url];
	const there = new URL(location, wellKnown);
	// Behind a proxy that does the https, a server may think that it is asked without.
	const { protocol, host, hostname } = new URL(url);
	if (protocol === 'https:' && there.protocol === 'http:' && there.hostname === hostname)
		Object.assign(there, { protocol, host });
	return [url, there.href];
}

/** Null where there is nothing of the kind; a wrong password is wrong everywhere. */
async function tolerant(ask: () => Promise<Answer[]>): Promise<Answer[] | null> {
	try {
		return await ask();
	} catch (error) {
		const isElsewhere =
			error instanceof Refusal &&
			['list-gone', 'not-a-task-list', 'answered-refusal', 'redirect-refused'].includes(error.code);
		if (isElsewhere) return null;
		throw error;
	}
}

function listsIn(answers: Answer[], base: string): TaskListFound[] {
	return answers.flatMap(({ href, props }) => {
		if (!href || !props || !isList(props) || !takesTasks(props) || !isWritable(props)) return [];
		const url = new URL(href.endsWith('/') ? href : `${href}/`, base);
		const lastPart = url.pathname.split('/').at(-2) ?? '';
		return [{ url: url.href, name: word(props.displayname) ?? decodeURIComponent(lastPart) }];
	});
}

type Props = Record<string, unknown>;

const isList = (props: Props) => Object.hasOwn(Object(props.resourcetype), 'calendar');

/** A list that does not say what it takes, takes everything (RFC 4791, 5.2.3). */
function takesTasks({ supportedCalendarComponentSet: set }: Props): boolean {
	const names = JSON.stringify(Object(set));
	return !names.includes('"name"') || /"VTODO"/i.test(names);
}

/** Where the server does not say (RFC 3744), the test with one click will. */
function isWritable({ currentUserPrivilegeSet: set }: Props): boolean {
	const privileges = JSON.stringify(Object(set));
	return privileges === '{}' || /"(write|writeContent|all)"/.test(privileges);
}

/** An address on the same server; another would be sent this one's password. */
function placeIn(property: unknown, base: string): string | null {
	const href = [Object(property).href].flat().map(word).find(Boolean);
	return href ? new URL(href, base).href : null;
}
