import type { ApiLanguage } from '#lib/protocol/api/words.ts';
import { type DescribedSettings, openApi, type OpenApiDocument } from './document.ts';

/** What the page about the API shows: the same document, made ready to read. */
export interface ApiPage {
	title: string;
	version: string;
	description: string;
	base: string;
	operations: ApiPageOperation[];
	schemas: ApiPageSchema[];
}

export interface ApiPageOperation {
	id: string;
	method: string;
	path: string;
	summary: string;
	description: string;
	curl: string;
	parameters: { name: string; where: string; isRequired: boolean; description: string }[];
	/** Names of schemas on this page. */
	body: string | null;
	answers: { status: string; lines: string[]; schema: string | null }[];
}

export interface ApiPageSchema {
	name: string;
	fields: { name: string; type: string; isRequired: boolean; description: string }[];
	example: string | null;
}

interface Schema {
	$ref?: string;
	type?: string;
	format?: string;
	const?: string;
	enum?: string[];
	items?: Schema;
	anyOf?: Schema[];
	properties?: Record<string, Schema>;
	required?: string[];
	description?: string;
	examples?: object[];
}
type Content = Record<string, { schema: Schema; example?: object }>;
interface Described {
	operationId: string;
	summary: string;
	description: string;
	security?: [];
	parameters?: { name: string; in: string; required: boolean; description: string }[];
	requestBody?: { content: Content };
	responses: Record<string, { description: string; content?: Content }>;
}

export function apiPage(settings: DescribedSettings, language: ApiLanguage): ApiPage {
	const document = openApi(settings, language);
	const base = document.servers[0]?.url ?? '';
	const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, described]) =>
			operation(base, path, method, described as Described)
		)
	);
	const { title, version, description } = document.info;
	return { title, version, description, base, operations, schemas: schemasOf(document) };
}

function operation(
	base: string,
	path: string,
	method: string,
	described: Described
): ApiPageOperation {
	const [sent] = Object.entries(described.requestBody?.content ?? {});
	return {
		id: described.operationId,
		method: method.toUpperCase(),
		path,
		summary: described.summary,
		description: described.description,
		curl: curl(base, path, method, described, sent),
		parameters: (described.parameters ?? []).map((each) => ({
			name: each.name,
			where: each.in,
			isRequired: each.required,
			description: each.description
		})),
		body: sent ? nameOf(sent[1].schema) : null,
		answers: Object.entries(described.responses).map(([status, answer]) => {
			const [content] = Object.values(answer.content ?? {});
			const schema = content ? nameOf(content.schema) : null;
			return { status, lines: answer.description.split('\n\n'), schema };
		})
	};
}

function curl(
	base: string,
	path: string,
	method: string,
	{ security }: Described,
	sent: [string, Content[string]] | undefined
): string {
	const [type, content] = sent ?? [];
	const isForm = type === 'application/x-www-form-urlencoded';
	return [
		'curl',
		...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
		...(isForm ? ['-u "$CLIENT_ID:$CLIENT_SECRET"', '-d grant_type=client_credentials'] : []),
		...(security ? [] : ['-H "Authorization: Bearer $TOKEN"']),
		...(type && !isForm
			? [`-H "Content-Type: ${type}"`, `-d '${JSON.stringify(content?.example)}'`]
			: []),
		`"${base}${path.replace('{id}', '$ID')}"`
	].join(' \\\n  ');
}

function schemasOf({ components }: OpenApiDocument): ApiPageSchema[] {
	return Object.entries(components.schemas as Record<string, Schema>)
		.filter(([, schema]) => schema.properties)
		.map(([name, { properties = {}, required = [], examples = [] }]) => ({
			name,
			fields: Object.entries(properties).map(([field, schema]) => ({
				name: field,
				type: typeWords(schema),
				isRequired: required.includes(field),
				description: schema.description ?? ''
			})),
			example: examples[0] ? JSON.stringify(examples[0], null, 2) : null
		}));
}

/** `string`, `date`, `Actie`, `string | null` … */
function typeWords(schema: Schema): string {
	if (schema.$ref) return nameOf(schema) ?? '';
	if (schema.anyOf) return schema.anyOf.map(typeWords).join(' | ');
	if (schema.const !== undefined) return JSON.stringify(schema.const);
	if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
	if (schema.type === 'array') return `${typeWords(schema.items ?? {})}[]`;
	return schema.format ?? schema.type ?? 'object';
}

function nameOf({ $ref }: Schema): string | null {
	return $ref?.split('/').at(-1) ?? null;
}
