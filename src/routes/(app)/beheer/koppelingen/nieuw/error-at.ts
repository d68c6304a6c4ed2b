import type { ConnectorKind } from '#lib/domain/connector-kind.ts';
import { m } from '#lib/paraglide/messages.js';
import { errorText } from '#lib/ui/error-text.ts';
import { errorWords, isReason } from '#lib/ui/ledger-words.ts';
import { TASK_LIST_WORDS } from '#lib/ui/task-list/error-words.ts';

/** What is wrong with the name or password rather than with the address. */
const SIGN_IN = /credential|password|sign-in|unauthor/;

/** The words of a refusal, at the field it is about; what is about no field stands above the form. */
export function errorAt(
	code: string | null,
	way: ConnectorKind
): { form: string | null; address: string | null; password: string | null } {
	const none = { form: null, address: null, password: null };
	if (code === null) return none;
	if (code === 'connector-exists' && way === 'api')
		return { ...none, form: m.connections_error_exists_api() };
	// A task list server is asked while one waits: there are words of its own for what to do about it.
	const words =
		isReason(code) && !(code in TASK_LIST_WORDS)
			? errorWords(code, m.connections_your_server())
			: errorText(code);
	if (['not-found', 'no-list-chosen'].includes(code) || way === 'api')
		return { ...none, form: words };
	return SIGN_IN.test(code) ? { ...none, password: words } : { ...none, address: words };
}
