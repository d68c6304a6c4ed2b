import { API_VERSION } from '#lib/protocol/api.ts';
import type { ApiLanguage, Words } from '#lib/protocol/api/words.ts';
import type { Settings } from '../../../settings.ts';
import { type ProblemCode, PROBLEMS } from '../problem.ts';
import { EXAMPLES } from './examples.ts';
import { type HeaderName, HEADERS } from './headers.ts';
import { type Answer, type Operation, OPERATIONS, type Tag } from './operations.ts';
import { type ParameterName, PARAMETERS } from './parameters.ts';
import { problemWords } from './problem-words.ts';
import { type SchemaName, schemasIn } from './schemas.ts';

const TAGS: Record<Tag, Words> = {
	acties: { nl: 'Acties van uw organisatie.', en: 'Your organisation’s actions.' },
	gebeurtenissen: {
		nl: 'Wat er is gebeurd, om bij te werken.',
		en: 'What has happened, to catch up.'
	},
	toegang: { nl: 'Een token.', en: 'A token.' }
};
const ABOUT: Words = {
	nl: 'Haalt acties van een casusoverleg op naar uw eigen systeem, en meldt de stand terug. U krijgt nooit de naam van een kind of wat er is besproken: alleen de code van de casus, uw eigen dossiernummer, wat, wie, uiterlijk wanneer en een link. Een antwoord 5xx betekent dat het aan ons ligt: probeer het later opnieuw.',
	en: 'Brings actions of a case meeting to your own system, and takes their status back. You never receive a child’s name or what was discussed: only the case code, your own dossier reference, what, who, by when and a link. An answer 5xx means that it is our fault: try again later.'
};

export type DescribedSettings = Pick<Settings, 'publicUrl' | 'mail'>;

/** The API as OpenAPI 3.1: made from the schemas that check it, in one of two languages. */
export function openApi({ publicUrl, mail }: DescribedSettings, language: ApiLanguage) {
	const at = (path: string) => new URL(path, publicUrl).href;
	const email = /[^\s<>]+@[^\s<>]+/.exec(mail?.from ?? '')?.[0];
	return {
		openapi: '3.1.0',
		info: {
			title: 'Casustafel',
			version: API_VERSION,
			summary: { nl: 'Acties uit het casusoverleg', en: 'Actions of the case meeting' }[language],
			description: ABOUT[language],
			license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
			contact: {
				name: { nl: 'Beheer van deze Casustafel', en: 'Administration of this Casustafel' }[
					language
				],
				url: at('/api/v1/docs'),
				...(email ? { email } : {})
			}
		},
		servers: [{ url: at('/api/v1') }],
		externalDocs: {
			description: { nl: 'Deze API als pagina', en: 'This API as a page' }[language],
			url: at('/api/v1/docs')
		},
		tags: Object.entries(TAGS).map(([name, words]) => ({ name, description: words[language] })),
		security: [{ clientCredentials: [] }],
		paths: pathsIn(language),
		components: {
			securitySchemes: {
				clientCredentials: {
					type: 'oauth2',
					flows: { clientCredentials: { tokenUrl: at('/api/v1/token'), scopes: {} } }
				}
			},
			schemas: schemasIn(language)
		}
	};
}

export type OpenApiDocument = ReturnType<typeof openApi>;

function pathsIn(language: ApiLanguage): Record<string, Record<string, object>> {
	const paths: Record<string, Record<string, object>> = {};
	for (const operation of OPERATIONS)
		(paths[operation.path] ??= {})[operation.method] = described(operation, language);
	return paths;
}

function described(operation: Operation, language: ApiLanguage): object {
	const { id, tag, summary, description, parameters, body, isOpen } = operation;
	return {
		operationId: id,
		tags: [tag],
		summary: summary[language],
		description: description[language],
		...(isOpen ? { security: [] } : {}),
		...(parameters.length > 0
			? { parameters: parameters.map((name) => parameter(name, language)) }
			: {}),
		...(body ? { requestBody: { required: true, content: content(body.type, body.schema) } } : {}),
		responses: {
			...Object.fromEntries(
				Object.entries(operation.answers).map(([status, answer]) => [
					status,
					response(answer, language)
				])
			),
			...problems(operation.problems, language)
		}
	};
}

function parameter(name: ParameterName, language: ApiLanguage): object {
	const { in: place, words, schema, example } = PARAMETERS[name];
	const required = place === 'path';
	return { name, in: place, required, description: words[language], schema, example };
}

function response({ words, schema, headers = [] }: Answer, language: ApiLanguage): object {
	return {
		description: words[language],
		headers: headersIn(['API-Version', ...headers], language),
		...(schema ? { content: content('application/json', schema) } : {})
	};
}

/** Those of one status stand together; `code` in the answer tells which it is. */
function problems(codes: readonly ProblemCode[], language: ApiLanguage): Record<string, object> {
	const statuses = new Set(codes.map((code) => PROBLEMS[code][0]));
	return Object.fromEntries(
		[...statuses].map((status) => {
			const those = codes.filter((code) => PROBLEMS[code][0] === status);
			const more: HeaderName[] =
				status === 429 ? ['Retry-After'] : status === 401 ? ['WWW-Authenticate'] : [];
			return [
				String(status),
				{
					description: those
						.map((code) => `\`${code}\`: ${problemWords(code, language)}`)
						.join('\n\n'),
					headers: headersIn(['API-Version', ...more], language),
					content: {
						'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } }
					}
				}
			];
		})
	);
}

function headersIn(names: readonly HeaderName[], language: ApiLanguage): object {
	return Object.fromEntries(
		names.map((name) => {
			const header = HEADERS[name];
			const required = !('isOptional' in header);
			return [name, { description: header.words[language], required, schema: header.schema }];
		})
	);
}

function content(type: string, schema: SchemaName): object {
	const example = EXAMPLES[schema];
	return {
		[type]: { schema: { $ref: `#/components/schemas/${schema}` }, ...(example ? { example } : {}) }
	};
}
