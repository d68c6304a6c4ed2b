import { m } from '#lib/paraglide/messages.js';

/** Why something did not go as it should with a task list, for the ledger and the last exchanges. */
export const TASK_LIST_REASONS = {
	'password-refused': m.task_list_reason_password,
	'no-access': m.task_list_reason_no_access,
	'list-gone': m.task_list_reason_gone,
	'list-full': m.task_list_reason_full,
	'not-a-task-list': m.task_list_reason_not_a_list,
	'changed-meanwhile': m.task_list_reason_changed_meanwhile,
	'removed-there': m.task_list_reason_removed_there,
	'text-changed-there': m.task_list_reason_text_changed,
	stale: m.task_list_reason_stale,
	'wrong-status': m.task_list_reason_wrong_status,
	unreadable: m.task_list_reason_unreadable
};
