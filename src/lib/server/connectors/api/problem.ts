import { API_VERSION, type ApiAction, type Problem } from '#lib/protocol/api.ts';

/** In plain Dutch: whoever builds a receiver reads these in a log. Status, what it is, what to do. */
export const PROBLEMS = {
	'invalid-input': [
		400,
		'Het bericht klopt niet.',
		'Verbeter het veld, de parameter of de header die in "field" staat.'
	],
	'unknown-cursor': [
		400,
		'Deze since kennen wij niet.',
		'Gebruik de "next" van uw vorige antwoord of de id van een eigen gebeurtenis; of laat since weg en begin opnieuw.'
	],
	'token-required': [
		401,
		'Het token ontbreekt of geldt niet (meer).',
		'Vraag een nieuw token bij /api/v1/token.'
	],
	'connection-paused': [
		403,
		'Deze koppeling is stilgezet.',
		'Gebeurtenissen wachten tot uw beheerder de koppeling weer aanzet bij Beheer, Koppelingen.'
	],
	'not-found': [
		404,
		'Dit is er niet, of is niet van uw organisatie.',
		'Controleer het adres; /api/v1/docs noemt wat er is.'
	],
	'method-not-allowed': [405, 'Dit kan hier niet.', 'De header Allow noemt wat hier wel kan.'],
	stale: [
		409,
		'De actie is intussen gewijzigd.',
		'Laat de actie in "current" zien, vraag opnieuw en antwoord met die revisie.'
	],
	'wrong-status': [
		409,
		'Dit kan niet bij de stand (status) die de actie nu heeft.',
		'De actie zoals die nu is, staat in "current".'
	],
	changed: [
		412,
		'De actie is niet meer zoals u die zag.',
		'De actie zoals die nu is, staat in "current"; haal de ETag opnieuw op.'
	],
	'too-large': [413, 'Het bericht is te groot.', 'Er past hooguit 16 kB in.'],
	'unsupported-media-type': [
		415,
		'Dit soort inhoud lezen wij hier niet.',
		'Stuur JSON met de header Content-Type: application/json.'
	],
	'idempotency-key-reused': [
		422,
		'Deze Idempotency-Key is al gebruikt voor een ander bericht.',
		'Geef elk nieuw bericht een eigen sleutel.'
	],
	'reason-required': [
		422,
		'Wie een actie niet oppakt, geeft een reden.',
		'Vul "reason" in, zonder namen van het gezin.'
	],
	'date-in-future': [
		422,
		'De dag waarop iets gedaan is, kan niet in de toekomst liggen.',
		'Geef in "doneOn" vandaag of een eerdere dag.'
	],
	'too-many': [429, 'Te veel verzoeken.', 'Wacht het aantal seconden dat in Retry-After staat.'],
	fault: [500, 'Er ging bij ons iets mis.', 'Probeer het straks opnieuw.'],
	'storage-read-only': [
		503,
		'Wij kunnen nu niets bewaren.',
		'Probeer het over een minuut opnieuw; er is niets veranderd.'
	]
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(code: string): code is ProblemCode {
	return Object.hasOwn(PROBLEMS, code);
}

export interface ProblemDetails {
	field?: string;
	current?: ApiAction;
	/** Seconds. */
	retryAfter?: number;
}

/** RFC 9457 problem details. */
export function problem(
	code: ProblemCode,
	{ retryAfter, ...members }: ProblemDetails = {},
	headers: Record<string, string> = {}
): Response {
	const [status, title, detail] = PROBLEMS[code];
	const type = `urn:nld:casustafel:probleem:${code}`;
	const body: Problem = { type, title, status, detail, code, ...members };
	return answer(status, body, {
		'content-type': 'application/problem+json',
		...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
		...headers
	});
}

/** A refusal without words of its own here says no more than that it is not yours. */
export function refusal(code: string): Response {
	const retryAfter = code === 'storage-read-only' ? 60 : undefined;
	return problem(isProblemCode(code) ? code : 'not-found', { retryAfter });
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
			'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
			...headers
		}
	});
}
