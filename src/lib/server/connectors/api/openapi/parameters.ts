import { ACTION_STATUSES } from '#lib/domain/action.ts';
import type { Words } from '#lib/protocol/api/words.ts';

interface Parameter {
	in: 'path' | 'query' | 'header';
	words: Words;
	schema: object;
	example: string | number;
}

/** Everything a request can carry besides its body. */
export const PARAMETERS = {
	id: {
		in: 'path',
		words: { nl: 'De id van de actie.', en: 'The id of the action.' },
		schema: { type: 'string', pattern: '^[\\w-]{8,64}$' },
		example: 'uqLNMzHBMt8aU0yJkIZW-A'
	},
	na: {
		in: 'query',
		words: {
			nl: 'De "next" van de vorige pagina.',
			en: 'The "next" of the page before.'
		},
		schema: { type: 'string', pattern: '^[\\w-]{10,120}$' },
		example: 'MTc5NTUwOTY2NzAwMCB1cUxOTXpIQk10OGFVMHlKa0laVy1B'
	},
	since: {
		in: 'query',
		words: {
			nl: 'De "next" van uw vorige antwoord, of de id van een eigen gebeurtenis. Zonder since begint het bij het begin.',
			en: 'The "next" of your last answer, or the id of an event of your own. Without since it begins at the beginning.'
		},
		schema: { type: 'string', pattern: '^[\\w-]{8,64}$' },
		example: '3q1bV0m8S1m0QmX0h2cO9w'
	},
	aantal: {
		in: 'query',
		words: { nl: 'Hoeveel er op een pagina staan.', en: 'How many are on a page.' },
		schema: { type: 'integer', minimum: 1, maximum: 100, default: 100 },
		example: 50
	},
	status: {
		in: 'query',
		words: { nl: 'Alleen acties met deze stand.', en: 'Only actions with this status.' },
		schema: { type: 'string', enum: [...ACTION_STATUSES] },
		example: 'proposed'
	},
	'Idempotency-Key': {
		in: 'header',
		words: {
			nl: 'Zelf gekozen, 8 tot 128 zichtbare ASCII-tekens: dezelfde tot u antwoord hebt, een andere voor elk volgend bericht.',
			en: 'Chosen by you, 8 to 128 visible ASCII characters: the same until you have had an answer, another for each next report.'
		},
		schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,128}$' },
		example: '7d6c1e1e-0b0a-4c2e-9a55-2b6a3a1f8a10'
	},
	'If-Match': {
		in: 'header',
		words: {
			nl: 'De ETag van de actie zoals u die zag: is die intussen veranderd, dan 412.',
			en: 'The ETag of the action as you saw it: 412 when it has changed since.'
		},
		schema: { type: 'string' },
		example: '"qVYmPz9r0mVQwXo2F7p3Lg"'
	},
	'If-None-Match': {
		in: 'header',
		words: {
			nl: 'De ETag van de vorige keer: 304 als er niets is veranderd.',
			en: 'The ETag of last time: 304 when nothing has changed.'
		},
		schema: { type: 'string' },
		example: '"qVYmPz9r0mVQwXo2F7p3Lg"'
	}
} as const satisfies Record<string, Parameter>;
export type ParameterName = keyof typeof PARAMETERS;
