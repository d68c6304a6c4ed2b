import type { Words } from '#lib/protocol/api/words.ts';
import type { ProblemCode } from '../problem.ts';
import type { HeaderName } from './headers.ts';
import type { ParameterName } from './parameters.ts';
import type { SchemaName } from './schemas.ts';

export type Tag = 'acties' | 'gebeurtenissen' | 'toegang';

export interface Answer {
	words: Words;
	/** Without one there is no body. */
	schema?: SchemaName;
	headers?: HeaderName[];
}

/** One thing an organisation's system can ask, as it is documented; the routes do it. */
export interface Operation {
	id: string;
	method: 'get' | 'post' | 'patch';
	path: string;
	tag: Tag;
	summary: Words;
	description: Words;
	parameters: ParameterName[];
	body?: { type: string; schema: SchemaName };
	/** Without a token. */
	isOpen?: true;
	answers: Record<number, Answer>;
	problems: ProblemCode[];
}

const ALLOWANCE: HeaderName[] = ['RateLimit', 'RateLimit-Policy'];
const ASKED: ProblemCode[] = ['token-required', 'too-many'];

export const OPERATIONS: readonly Operation[] = [
	{
		id: 'vraagToken',
		method: 'post',
		path: '/token',
		tag: 'toegang',
		summary: { nl: 'Een token vragen', en: 'Ask for a token' },
		description: {
			nl: 'OAuth 2.0 client credentials (RFC 6749, 4.4). Geef client id en client secret met Basic-authenticatie of in het formulier. Het token geldt een kwartier, en eindigt eerder als de koppeling wordt verwijderd of een nieuw geheim krijgt.',
			en: 'OAuth 2.0 client credentials (RFC 6749, 4.4). Give client id and client secret with Basic authentication or in the form. The token counts for a quarter of an hour, and ends sooner when the connection is removed or gets a new secret.'
		},
		parameters: [],
		body: { type: 'application/x-www-form-urlencoded', schema: 'Tokenaanvraag' },
		isOpen: true,
		answers: {
			200: { words: { nl: 'Het token.', en: 'The token.' }, schema: 'Token', headers: ALLOWANCE },
			400: {
				words: {
					nl: 'De aanvraag klopt niet (RFC 6749, 5.2).',
					en: 'The request is wrong (RFC 6749, 5.2).'
				},
				schema: 'Tokenfout'
			},
			401: {
				words: {
					nl: 'Client id of client secret klopt niet.',
					en: 'Client id or client secret is wrong.'
				},
				schema: 'Tokenfout',
				headers: ['WWW-Authenticate']
			}
		},
		problems: ['too-many']
	},
	{
		id: 'toonActies',
		method: 'get',
		path: '/acties',
		tag: 'acties',
		summary: { nl: 'De acties van uw organisatie', en: 'Your organisation’s actions' },
		description: {
			nl: 'Op volgorde van ontstaan. Is er meer, dan staat de volgende pagina in "next" en in de header Link.',
			en: 'In the order in which they were made. When there is more, the next page is in "next" and in the header Link.'
		},
		parameters: ['na', 'aantal', 'status'],
		answers: {
			200: {
				words: { nl: 'Een pagina acties.', en: 'A page of actions.' },
				schema: 'ActieLijst',
				headers: [...ALLOWANCE, 'Link']
			}
		},
		problems: ['invalid-input', ...ASKED]
	},
	{
		id: 'toonActie',
		method: 'get',
		path: '/acties/{id}',
		tag: 'acties',
		summary: { nl: 'Eén actie', en: 'One action' },
		description: {
			nl: 'Geef de ETag van de vorige keer mee in If-None-Match: is er niets veranderd, dan komt er 304 zonder inhoud.',
			en: 'Give the ETag of last time in If-None-Match: when nothing has changed, the answer is 304 without content.'
		},
		parameters: ['id', 'If-None-Match'],
		answers: {
			200: {
				words: { nl: 'De actie.', en: 'The action.' },
				schema: 'Actie',
				headers: [...ALLOWANCE, 'ETag']
			},
			304: {
				words: { nl: 'Niet veranderd.', en: 'Not changed.' },
				headers: [...ALLOWANCE, 'ETag']
			}
		},
		problems: ['not-found', ...ASKED]
	},
	{
		id: 'wijzigActie',
		method: 'patch',
		path: '/acties/{id}',
		tag: 'acties',
		summary: { nl: 'De stand van een actie melden', en: 'Report the status of an action' },
		description: {
			nl: 'Casustafel is de baas over tekst, eigenaar en datum; uw organisatie over de stand. Met dezelfde Idempotency-Key telt een melding één keer.',
			en: 'Casustafel is master of text, owner and deadline; your organisation of the status. With the same Idempotency-Key a report counts once.'
		},
		parameters: ['id', 'Idempotency-Key', 'If-Match'],
		body: { type: 'application/json', schema: 'Statusmelding' },
		answers: {
			200: {
				words: { nl: 'De actie zoals die nu is.', en: 'The action as it is now.' },
				schema: 'Actie',
				headers: [...ALLOWANCE, 'ETag']
			}
		},
		problems: [
			...['invalid-input', 'not-found', 'stale', 'wrong-status', 'changed', 'too-large'],
			...['unsupported-media-type', 'idempotency-key-reused', 'reason-required', 'date-in-future'],
			...ASKED
		] as ProblemCode[]
	},
	{
		id: 'meldGelezen',
		method: 'post',
		path: '/acties/{id}/gelezen',
		tag: 'acties',
		summary: { nl: 'Melden dat een actie is gezien', en: 'Report that an action was seen' },
		description: {
			nl: 'Voor de voorzitter is de actie dan aangekomen, ook als uw antwoord op de webhook is kwijtgeraakt. Nog een keer melden verandert niets.',
			en: 'For the chair the action has then arrived, also when your answer to the webhook was lost. Reporting it again changes nothing.'
		},
		parameters: ['id', 'Idempotency-Key'],
		answers: {
			204: { words: { nl: 'Genoteerd.', en: 'Noted.' }, headers: ALLOWANCE }
		},
		problems: ['invalid-input', 'not-found', ...ASKED]
	},
	{
		id: 'toonGebeurtenissen',
		method: 'get',
		path: '/gebeurtenissen',
		tag: 'gebeurtenissen',
		summary: { nl: 'Bijwerken: wat er is gebeurd', en: 'Catch up: what has happened' },
		description: {
			nl: 'Dezelfde gebeurtenissen als de webhook stuurt, met dezelfde id’s, op volgorde. Waar nieuwer nieuws voor in de plaats kwam, staat er niet meer bij. Bewaar "next" en geef dat de volgende keer mee als since.',
			en: 'The same events as the webhook sends, under the same ids, in order. News that newer news took the place of is left out. Keep "next" and give it next time as since.'
		},
		parameters: ['since', 'aantal'],
		answers: {
			200: {
				words: { nl: 'Een pagina gebeurtenissen.', en: 'A page of events.' },
				schema: 'GebeurtenisLijst',
				headers: [...ALLOWANCE, 'Link']
			}
		},
		problems: ['invalid-input', 'unknown-cursor', 'connection-paused', ...ASKED]
	}
];
