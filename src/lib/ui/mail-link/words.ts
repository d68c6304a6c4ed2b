import type { FailureDetail } from '#lib/domain/result.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { sayTime } from '../dates.ts';
import { errorText } from '../error-text.ts';

type Step = 'start' | 'code' | 'action' | 'list' | 'ended';

const TITLES: Record<Step, () => string> = {
	start: () => m.mail_link_start_title(),
	code: () => m.mail_link_code_title(),
	action: () => m.mail_link_action_title(),
	list: () => m.mail_link_list_title(),
	ended: () => m.mail_link_ended_title()
};
export const stepTitle = (step: Step) => TITLES[step]();

const ENDED = {
	done: () => m.mail_link_ended_done(),
	withdrawn: () => m.mail_link_ended_withdrawn(),
	'other-owner': () => m.mail_link_ended_other_owner()
};
/** What became of the action, to a browser that was let in before. */
export const endedText = (because: keyof typeof ENDED) => ENDED[because]();

const REFUSED: Record<string, (detail: FailureDetail) => string> = {
	'link-gone': () => m.mail_link_error_gone(),
	'not-found': () => m.mail_link_error_gone(),
	'too-many-codes': () => m.mail_link_error_too_many_codes(),
	'code-not-sent': () => m.mail_link_error_code_not_sent(),
	'code-refused': () => m.mail_link_error_code_refused(),
	'code-ended': () => m.mail_link_error_code_ended(),
	'too-many-attempts': ({ until }) =>
		m.sign_in_too_many({ time: sayTime(String(until), getLocale()) }),
	stale: () => m.mail_link_error_stale()
};

export function refusalText(code: string, detail: FailureDetail = {}): string {
	return REFUSED[code]?.(detail) ?? errorText(code, detail);
}
