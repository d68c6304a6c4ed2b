import type { Words } from '#lib/protocol/api/words.ts';

interface Header {
	words: Words;
	schema: object;
	/** Not on each answer: only when there is something to tell. */
	isOptional?: true;
}

/** Headers of answers. */
export const HEADERS = {
	'API-Version': {
		words: { nl: 'De volledige versie van deze API.', en: 'The full version of this API.' },
		schema: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' }
	},
	ETag: {
		words: {
			nl: 'Verandert als er iets aan de actie verandert.',
			en: 'Changes when anything of the action changes.'
		},
		schema: { type: 'string', pattern: '^"[\\w-]{22}"$' }
	},
	Link: {
		words: {
			nl: 'De volgende pagina (rel="next"), als die er is.',
			en: 'The next page (rel="next"), if there is one.'
		},
		schema: { type: 'string' },
		isOptional: true
	},
	RateLimit: {
		words: {
			nl: 'Hoeveel verzoeken er nog kunnen (r) en over hoeveel seconden het weer vol is (t).',
			en: 'How many requests are left (r), and in how many seconds it starts anew (t).'
		},
		schema: { type: 'string', pattern: '^"client";r=\\d+;t=\\d+$' }
	},
	'RateLimit-Policy': {
		words: {
			nl: 'Hoeveel verzoeken (q) in hoeveel seconden (w).',
			en: 'How many requests (q) in how many seconds (w).'
		},
		schema: { type: 'string', pattern: '^"client";q=\\d+;w=\\d+$' }
	},
	'Retry-After': {
		words: {
			nl: 'Wacht zoveel seconden en probeer het dan opnieuw.',
			en: 'Wait so many seconds, then try again.'
		},
		schema: { type: 'string', pattern: '^\\d+$' }
	},
	'WWW-Authenticate': {
		words: { nl: 'Hoe u zich bekendmaakt.', en: 'How to make yourself known.' },
		schema: { type: 'string' }
	}
} as const satisfies Record<string, Header>;
export type HeaderName = keyof typeof HEADERS;
