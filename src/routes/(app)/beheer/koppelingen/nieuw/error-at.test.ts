import { expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { errorAt } from './error-at.ts';

test('KO8 of a task list a refusal stands at its field, in words that say what to do', () => {
	expect(errorAt('password-refused', 'caldav')).toMatchObject({
		password: m.task_list_error_password(),
		address: null
	});
	for (const [code, words] of [
		['unreachable', m.task_list_error_unreachable()],
		['no-answer', m.task_list_error_unreachable()],
		['timeout', m.task_list_error_timeout()],
		['certificate', m.task_list_error_certificate()],
		['answered-error', m.task_list_error_server()],
		['not-https', m.error_not_https()],
		['no-lists-found', m.connections_error_no_lists_found()]
	] as const)
		expect(errorAt(code, 'caldav'), code).toEqual({ form: null, password: null, address: words });
	expect(errorAt('no-list-chosen', 'caldav').form).toBe(m.connections_error_no_list());
});

test('KO8 of a webhook or mailbox it stands at the address, of what has no field above the form', () => {
	expect(errorAt('address-refused', 'webhook').address).toBe(m.error_address_refused());
	expect(errorAt('invalid-address', 'mail').address).toBe(m.mail_link_error_invalid_address());
	// What fetches has no address to be the same.
	expect(errorAt('connector-exists', 'webhook').address).toBe(m.connections_error_exists());
	expect(errorAt('connector-exists', 'api').form).toBe(m.connections_error_exists_api());
	expect(errorAt('not-found', 'mail')).toMatchObject({ form: m.error_not_found(), address: null });
	expect(errorAt(null, 'mail')).toEqual({ form: null, address: null, password: null });
});
