import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stored } from '../support/test-app.ts';
import { apiFetch, tokenFor } from './api-fetch.ts';
import { apiWorld } from './api-world.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const text = fc.oneof(
	fc.string({ maxLength: 60 }),
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.constantFrom('../..', '%00', '%ff', '\u0000', "' or 1=1 --", '{}', '[]', 'null', '-1', '1e999')
);
/** What a header can hold on the line at all. */
const header = fc
	.string({
		unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
		maxLength: 200
	})
	.map((value) => value.trim());
const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value));
const nearlyReport = fc
	.record(
		{
			status: fc.oneof(fc.constantFrom('accepted', 'declined', 'in-progress', 'done'), text),
			revision: fc.oneof(fc.constant(1), fc.integer(), fc.double(), text),
			doneOn: fc.oneof(fc.constantFrom('2026-11-24', '2026-02-30', '0000-00-00'), text),
			reason: text,
			result: text,
			__proto__: fc.constant(null)
		},
		{ requiredKeys: [] }
	)
	.map((value) => JSON.stringify(value));
const body = fc.oneof(
	json,
	nearlyReport,
	text,
	fc.constant('{"a":'.repeat(3000)),
	fc.constant('['.repeat(9000))
);

test('AP19 whatever is sent, by whom and where: never a 5xx, always an answer of the API', async () => {
	const { app, client, propose, other: _ } = await apiWorld();
	const id = await propose('Bellen met school');
	const token = await tokenFor(app, client);
	// Each from an address of its own and with a fresh allowance: here it is not about limits.
	let nr = 0;
	const path = fc.oneof(
		fc.constantFrom(
			'/acties',
			`/acties/${id}`,
			`/acties/${id}/gelezen`,
			'/gebeurtenissen',
			'/token',
			'/openapi.json'
		),
		text.map((part) => `/acties/${encodeURIComponent(part)}`),
		text.map((part) => `/${encodeURIComponent(part)}`)
	);
	const query = fc.dictionary(
		fc.oneof(fc.constantFrom('na', 'aantal', 'status', 'since'), text),
		text
	);
	const headers = fc.record(
		{
			authorization: fc.oneof(
				fc.constant(`Bearer ${token}`),
				header.map((value) => `Bearer ${value}`),
				header.map((value) => `Basic ${Buffer.from(value).toString('base64')}`),
				header
			),
			'content-type': fc.oneof(
				fc.constantFrom('application/json', 'application/x-www-form-urlencoded'),
				header
			),
			'if-match': header,
			'if-none-match': header,
			'idempotency-key': header,
			'accept-language': header
		},
		{ requiredKeys: [] }
	);
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...METHODS),
			path,
			query,
			headers,
			body,
			async (method, where, asked, sent, content) => {
				const search = new URLSearchParams(asked).toString();
				const url = `https://casustafel.example/api/v1${where}?${search}`;
				const hasBody = !['GET', 'HEAD'].includes(method);
				const response = await apiFetch(app, `198.51.100.${nr++ % 250}`)(url, {
					method,
					headers: sent,
					...(hasBody ? { body: content } : {})
				});
				expect(response.status).toBeLessThan(500);
				expect(response.headers.get('api-version')).toBe('1.0.0');
				if (response.status >= 400 && !where.startsWith('/token')) {
					const told = method === 'HEAD' ? null : await response.json();
					if (told) expect(told).toMatchObject({ status: response.status });
				}
			}
		),
		{ numRuns: 220 }
	);
	// Of all this only a valid report can have changed the action, and only to where a report can.
	const action = await stored(app).actions.find(id);
	expect(action).toMatchObject({ title: 'Bellen met school', revision: 1 });
});
