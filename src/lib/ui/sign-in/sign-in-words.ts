import type { FailureDetail } from '#lib/domain/result.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { sayTime } from '#lib/ui/dates.ts';

const WORDS: Record<string, (detail: FailureDetail) => string> = {
	'sign-in-refused': () => m.sign_in_refused(),
	'too-many-attempts': ({ until }) =>
		m.sign_in_too_many({ time: sayTime(String(until), getLocale()) }),
	'code-refused': () => m.sign_in_code_refused(),
	'set-up-expired': () => m.second_factor_expired(),
	'password-refused': () => m.account_password_refused(),
	'password-too-short': () => m.password_too_short(),
	'password-too-long': () => m.password_too_long(),
	'password-is-email': () => m.password_is_email(),
	'passwords-differ': () => m.passwords_differ(),
	'second-factor-required': () => m.second_factor_required_note(),
	'link-ended': () => m.invitation_ended_text()
};

/** What went wrong, in the words of the screen. */
export function signInWords(
	failure: { error?: string; detail?: FailureDetail } | null | undefined
): string | null {
	if (!failure?.error) return null;
	return WORDS[failure.error]?.(failure.detail ?? {}) ?? m.error_server_text();
}
