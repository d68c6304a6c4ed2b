import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

/** What can go wrong while a task list is being connected. */
export const TASK_LIST_WORDS: ErrorWords = {
	'list-in-use': () => m.task_list_error_in_use(),
	'list-not-found': () => m.task_list_error_not_found(),
	'list-gone': () => m.task_list_error_not_found(),
	'not-a-task-list': () => m.task_list_error_not_found(),
	'answered-refusal': () => m.task_list_error_not_found(),
	'password-refused': () => m.task_list_error_password(),
	'no-access': () => m.task_list_error_no_access(),
	unreachable: () => m.task_list_error_unreachable(),
	'no-answer': () => m.task_list_error_unreachable(),
	timeout: () => m.task_list_error_timeout(),
	certificate: () => m.task_list_error_certificate(),
	'redirect-refused': () => m.task_list_error_redirect(),
	'answered-error': () => m.task_list_error_server()
};
