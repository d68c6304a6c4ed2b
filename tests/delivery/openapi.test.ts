import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { API_VERSION, statusReport } from '#lib/protocol/api.ts';
import { openApi } from '#lib/server/connectors/api/openapi/document.ts';
import { OPERATIONS } from '#lib/server/connectors/api/openapi/operations.ts';
import * as v from 'valibot';

const settings = {
	publicUrl: new URL('https://casustafel.example'),
	mail: { smtpUrl: 'smtp://mail.example', from: 'Casustafel <beheer@casustafel.example>' }
};
const document = openApi(settings, 'nl');
type Described = {
	operationId: string;
	parameters?: { name: string; in: string }[];
	requestBody?: object;
	responses: Record<string, { headers?: object; content?: Record<string, object> }>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
	Object.entries(methods).map(([method, of]) => ({ path, method, of: of as Described }))
);

describe.each(['nl', 'en'] as const)('the description in %s', (language) => {
	test('AP16 is OpenAPI 3.1 of which the linter has nothing to remark', async () => {
		const source = JSON.stringify(openApi(settings, language));
		const config = await createConfig({ extends: ['recommended'] });
		const problems = await lintFromString({ source, config });
		expect(
			problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])
		).toEqual([]);
	});

	test('AP16 its examples are valid by it', () => {
		const { components } = openApi(settings, language);
		const ajv = new Ajv2020({ strict: false, allErrors: true });
		addFormats.default(ajv);
		ajv.addSchema({ $id: 'https://casustafel.example/api', components });
		const examples = Object.entries(components.schemas).flatMap(([name, schema]) => {
			const [example] = (schema as { examples?: object[] }).examples ?? [];
			return example ? [{ name, example }] : [];
		});
		expect(examples.length).toBeGreaterThan(6);
		for (const { name, example } of examples) {
			const $ref = `https://casustafel.example/api#/components/schemas/${name}`;
			const validate = ajv.compile({ $ref });
			expect({ name, valid: validate(example), errors: validate.errors }).toMatchObject({
				valid: true
			});
		}
	});
});

test('AP16 the other language says the same of everything but its words', () => {
	const bare = (of: object) =>
		JSON.parse(
			JSON.stringify(of, (key, value) =>
				['description', 'summary', 'name'].includes(key) && typeof value === 'string' ? '' : value
			)
		);
	expect(bare(openApi(settings, 'en'))).toEqual(bare(document));
	const texts = (of: object) => JSON.stringify(of).match(/"description":"[^"]+"/g) ?? [];
	const dutch = new Set(texts(document));
	const untranslated = texts(openApi(settings, 'en')).filter((text) => dutch.has(text));
	expect(untranslated).toEqual([]);
});

test('AP16 what the schema refuses is what the check refuses: the document is made from it', () => {
	const ajv = new Ajv2020({ strict: false });
	addFormats.default(ajv);
	ajv.addSchema({ $id: 'https://casustafel.example/api', components: document.components });
	const validate = ajv.compile({
		$ref: 'https://casustafel.example/api#/components/schemas/Statusmelding'
	});
	for (const report of [
		{ status: 'done', revision: 1 },
		{ status: 'done', revision: 1, doneOn: '2026-12-01', result: 'Gesproken' },
		{ status: 'done', revision: 1, extra: true },
		{ status: 'proposed', revision: 1 },
		{ status: 'done', revision: 0 },
		{ status: 'done', revision: 1.5 },
		{ status: 'done', revision: '1' },
		{ status: 'done', revision: 1, doneOn: 'morgen' },
		{ status: 'declined', revision: 1, reason: 'x'.repeat(501) },
		{ revision: 1 },
		[],
		null
	])
		expect({ report, valid: validate(report) }).toEqual({
			report,
			valid: v.is(statusReport, report)
		});
});

describe('AP17 the Dutch REST API Design Rules', () => {
	test('AP17 /core/no-trailing-slash, /core/path-segments-kebab-case, /core/http-methods', () => {
		for (const { path, method } of operations) {
			expect(path).toMatch(/^(\/([a-z][a-z0-9-]*|\{[a-z][A-Za-z]*\}))+$/);
			expect(['get', 'post', 'put', 'patch', 'delete']).toContain(method);
		}
	});

	test('AP17 /core/naming-resources, /core/naming-collections: nouns, in the plural for what is listed', () => {
		const segments = operations.flatMap(({ path }) => path.split('/').slice(1));
		const words = new Set(segments.filter((segment) => !segment.startsWith('{')));
		// Read by a person: each is a noun; `gelezen` is an operation as a sub-resource
		// (/core/resource-operations), and RFC 6749 speaks of a token endpoint.
		expect([...words].toSorted()).toEqual([...['acties', 'gebeurtenissen', 'gelezen', 'token']]);
	});

	test('AP17 /core/uri-version, /core/semver, /core/version-header', () => {
		for (const { url } of document.servers) expect(url).toMatch(/\/v1$/);
		expect(document.info.version).toBe(API_VERSION);
		expect(API_VERSION).toMatch(/^1\.\d+\.\d+$/);
		for (const { of } of operations)
			for (const { headers } of Object.values(of.responses))
				expect(headers).toHaveProperty('API-Version');
	});

	test('AP17 /core/query-keys-camel-case and fields in camelCase, but where RFC 6749 names them', () => {
		const camel = /^[a-z][A-Za-z0-9]*$/;
		for (const { of } of operations)
			for (const parameter of of.parameters ?? [])
				if (parameter.in === 'query') expect(parameter.name).toMatch(camel);
		for (const [name, schema] of Object.entries(document.components.schemas)) {
			expect(name).toMatch(/^[A-Z][A-Za-z]*$/);
			if (name.startsWith('Token')) continue;
			const { properties = {} } = schema as { properties?: object };
			for (const field of Object.keys(properties)) expect(field).toMatch(camel);
		}
	});

	test('AP17 /core/error-handling: problem details with title, status and detail, and 400 for wrong input', () => {
		for (const { path, of } of operations) {
			for (const [status, { content = {} }] of Object.entries(of.responses)) {
				if (!/^[45]/.test(status)) continue;
				// RFC 6749 decides on these two.
				const isOAuth = path === '/token' && ['400', '401'].includes(status);
				expect(Object.keys(content)).toEqual([
					isOAuth ? 'application/json' : 'application/problem+json'
				]);
			}
			const hasInput =
				of.requestBody || (of.parameters ?? []).some((parameter) => parameter.in === 'query');
			if (hasInput) expect(of.responses).toHaveProperty('400');
		}
		expect(document.components.schemas.Probleem).toMatchObject({
			required: expect.arrayContaining(['title', 'status', 'detail'])
		});
	});

	test('AP17 /core/date-time: days are dates, moments are in UTC', () => {
		const formats: Record<string, string[]> = {};
		JSON.stringify(document.components.schemas, (key, value) => {
			if (value && typeof value === 'object' && JSON.stringify(value).includes('"format"'))
				(formats[key] ??= []).push(...(JSON.stringify(value).match(/"format":"[a-z-]+"/g) ?? []));
			return value;
		});
		expect(new Set(formats.deadline)).toEqual(new Set(['"format":"date"']));
		expect(new Set(formats.doneOn)).toEqual(new Set(['"format":"date"']));
		expect(new Set(formats.time)).toEqual(new Set(['"format":"date-time"']));
	});

	test('AP17 /core/doc-openapi-contact, /core/doc-language, /core/publish-openapi', () => {
		expect(document.info.contact).toEqual({
			name: 'Beheer van deze Casustafel',
			url: 'https://casustafel.example/api/v1/docs',
			email: 'beheer@casustafel.example'
		});
		expect(document.info.description).toMatch(/^Haalt acties/);
		expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
	});
});
