import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

export const MAIL_LINK_WORDS: ErrorWords = {
	'invalid-address': () => m.mail_link_error_invalid_address(),
	'no-mail-server': () => m.mail_link_error_no_mail_server()
};
