import { createObject, deleteObject, propfind, syncCollection, updateObject } from 'tsdav';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { SendError } from '../connector.ts';
import { type DavParts, pinnedFetch } from './pinned-fetch.ts';
import { Refusal, refusalOf } from './refusal.ts';

export interface Access {
	/** Of the list itself, ending in a slash. */
	url: string;
	username: string;
	password: string;
}

/** Name of a file in the list, and the version it has now; null: it may be gone. */
export interface Change {
	file: string;
	etag: string | null;
}

export interface StoredTask {
	etag: string;
	ics: string;
}

type Asked<T, E extends string = never> = Promise<Result<T, SendError | E>>;

/** One task list on a CalDAV server: the few requests we make of it. Fails with a code, never by a throw. */
export interface TaskListClient {
	/** Marks of the list that differ as soon as something in it does; null when the server has none. */
	marks(): Asked<{ syncToken: string | null; ctag: string | null }>;
	/** What changed since a mark (RFC 6578); `no-token`: this server can not say, or forgot. */
	changesSince(syncToken: string): Asked<{ changes: Change[]; syncToken: string }, 'no-token'>;
	/** Every file there is. */
	files(): Asked<Change[]>;
	get(file: string): Asked<StoredTask | null>;
	/** Writes over the version `etag`, or a new one (null) where there is none yet. The new version, if told. */
	put(file: string, ics: string, etag: string | null): Asked<string | null, 'changed'>;
	remove(file: string, etag: string): Asked<void, 'changed'>;
}

/** Pages of one answer (RFC 6578, 3.6). */
const MOST_PAGES = 50;

export function taskList(access: Access, parts: DavParts, closing: AbortSignal): TaskListClient {
	const { url } = access;
	const fetch = pinnedFetch(url, parts, closing);
	const headers = signedIn(access);
	const asked = { headers, fetch };
	const place = (file: string) => new URL(encodeURIComponent(file), url).href;

	return {
		marks: () =>
			guarded(async () => {
				const props = { 'd:resourcetype': {}, 'd:sync-token': {}, 'cs:getctag': {} };
				const [answer] = multistatus(await propfind({ ...asked, url, props, depth: '0' }));
				if (!Object.hasOwn(answer?.props?.resourcetype ?? {}, 'calendar'))
					throw new Refusal('not-a-task-list');
				return ok({
					syncToken: word(answer?.props?.syncToken),
					ctag: word(answer?.props?.getctag)
				});
			}),

		changesSince: (since) =>
			guarded(async () => {
				const changes: Change[] = [];
				let syncToken = since;
				for (let page = 0; page < MOST_PAGES; page++) {
					const props = { 'd:getetag': {} };
					const answers = await syncCollection({ ...asked, url, props, syncLevel: 1, syncToken });
					const token = tokenIn(answers);
					const status = answers[0]?.status ?? 0;
					if (token === null && (status === 401 || (status >= 500 && status !== 501)))
						throw new Refusal(refusalOf(status));
					if (token === null) return fail('no-token');
					changes.push(...filesIn(answers, url));
					const isCut = answers.some((one) => one.status === 507);
					if (!isCut || token === syncToken) return ok({ changes, syncToken: token });
					syncToken = token;
				}
				return fail('no-token');
			}),

		files: () =>
			guarded(async () => {
				const props = { 'd:getetag': {} };
				return ok(filesIn(multistatus(await propfind({ ...asked, url, props, depth: '1' })), url));
			}),

		get: (file) =>
			guarded(async () => {
				const answer = await fetch(place(file), { method: 'GET', headers });
				if (answer.status === 404 || answer.status === 410) return ok(null);
				const etag = answer.headers.get('etag');
				if (answer.status !== 200) throw new Refusal(refusalOf(answer.status));
				if (!etag) throw new Refusal('not-a-task-list');
				return ok({ etag, ics: await answer.text() });
			}),

		put: (file, data, etag) =>
			guarded(async () => {
				const typed = { ...headers, 'content-type': 'text/calendar; charset=utf-8' };
				const answer = etag
					? await updateObject({ url: place(file), data, etag, headers: typed, fetch })
					: await createObject({
							url: place(file),
							data,
							headers: { ...typed, 'if-none-match': '*' },
							fetch
						});
				// 404: it was there, and was taken away meanwhile.
				if (answer.status === 412 || (etag && answer.status === 404)) return fail('changed');
				if (!answer.ok) throw new Refusal(refusalOf(answer.status));
				return ok(answer.headers.get('etag'));
			}),

		remove: (file, etag) =>
			guarded(async () => {
				const answer = await deleteObject({ ...asked, url: place(file), etag });
				if (answer.status === 412) return fail('changed');
				if (!answer.ok && answer.status !== 404) throw new Refusal(refusalOf(answer.status));
				return ok();
			})
	};
}

/** RFC 7617, in UTF-8. */
export function signedIn({ username, password }: Omit<Access, 'url'>): Record<string, string> {
	const pair = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
	return { authorization: `Basic ${pair}` };
}

/** Turns what was thrown on the way into an outcome; what we did not expect is a bug and goes on. */
export async function guarded<T, E extends string>(
	work: () => Promise<Result<T, E>>
): Promise<Result<T, E | SendError>> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Refusal) return fail(error.code);
		throw error;
	}
}

export interface Answer {
	href?: string;
	status: number;
	ok: boolean;
	/** As tsdav gives them: the names in camel case. */
	props?: Record<string, unknown>;
	raw?: unknown;
}

/** The parts of a multistatus; another answer is a refusal. */
export function multistatus(answers: Answer[]): Answer[] {
	const [first] = answers;
	if (first && !isMultistatus(first)) throw new Refusal(refusalOf(first.status));
	return answers;
}

const isMultistatus = ({ raw }: Answer) =>
	typeof raw === 'object' && raw !== null && 'multistatus' in raw;

function tokenIn([first]: Answer[]): string | null {
	if (!first || !isMultistatus(first)) return null;
	const { multistatus } = first.raw as { multistatus?: { syncToken?: unknown } };
	return word(multistatus?.syncToken);
}

/** Of the list's own files; its own line and what lies deeper are none. */
function filesIn(answers: Answer[], url: string): Change[] {
	const folder = decodeURIComponent(new URL(url).pathname);
	return answers.flatMap(({ href, status, props }) => {
		const path = href && URL.parse(String(href), url)?.pathname;
		const whole = path && decoded(path);
		if (!whole || !whole.startsWith(folder) || whole === folder) return [];
		const file = whole.slice(folder.length);
		return [{ file, etag: status === 404 ? null : word(props?.getetag) }];
	});
}

function decoded(path: string): string | null {
	try {
		return decodeURIComponent(path);
	} catch {
		return null;
	}
}

/** A text from an answer; tsdav makes numbers of what looks like one. */
export function word(value: unknown): string | null {
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	if (typeof value === 'object' && value !== null && '_cdata' in value) return word(value._cdata);
	return null;
}
