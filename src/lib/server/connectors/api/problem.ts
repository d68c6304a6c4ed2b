import { API_VERSION, type ApiAction, type Problem } from '#lib/protocol/api.ts';

/** In plain Dutch: whoever builds a receiver reads these in a log. */
const PROBLEMS = {
	'key-required': [401, 'De sleutel ontbreekt of geldt niet (meer).'],
	'not-found': [404, 'Deze actie is er niet, of is niet van uw organisatie.'],
	stale: [409, 'De actie is intussen gewijzigd. Bekijk die opnieuw en antwoord dan.'],
	'wrong-status': [409, 'Dit kan niet bij de stand (status) die de actie nu heeft.'],
	'idempotency-key-reused': [422, 'Deze Idempotency-Key is al gebruikt voor een ander bericht.'],
	'invalid-input': [422, 'Het bericht klopt niet; het veld staat in "field".'],
	'reason-required': [422, 'Wie een actie niet oppakt, geeft een reden.'],
	'date-in-future': [422, 'De dag waarop iets gedaan is, kan niet in de toekomst liggen.'],
	'too-large': [413, 'Het bericht is te groot.'],
	'too-many': [429, 'Te veel verzoeken. Probeer het over een minuut opnieuw.']
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(code: string): code is ProblemCode {
	return Object.hasOwn(PROBLEMS, code);
}

/** RFC 9457 problem details. */
export function problem(
	code: ProblemCode,
	more: { field?: string; current?: ApiAction; retryAfter?: number } = {}
): Response {
	const [status, title] = PROBLEMS[code];
	const { retryAfter, ...members } = more;
	const body: Problem = {
		type: `urn:nld:casustafel:probleem:${code}`,
		title,
		status,
		code,
		...members
	};
	return answer(status, body, {
		'content-type': 'application/problem+json',
		...(status === 401 ? { 'www-authenticate': 'Bearer realm="casustafel"' } : {}),
		...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) })
	});
}

export function answer(
	status: number,
	body: object | null,
	headers: Record<string, string> = {}
): Response {
	return new Response(body && JSON.stringify(body), {
		status,
		headers: {
			...(body ? { 'content-type': 'application/json' } : {}),
			'api-version': API_VERSION,
			'cache-control': 'no-store',
			...headers
		}
	});
}
