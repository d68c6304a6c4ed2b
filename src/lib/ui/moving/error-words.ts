import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

export const MOVING_WORDS: ErrorWords = {
	'already-moving': () => m.moving_error_already_moving(),
	'already-moved-there': () => m.moving_error_already_moved_there(),
	'extract-changed': () => m.moving_error_extract_changed(),
	'no-child-chosen': () => m.moving_error_no_child(),
	'child-not-chosen': () => m.moving_error_child_not_chosen(),
	'unknown-table': () => m.moving_error_unknown_table(),
	'unknown-meeting': () => m.moving_error_unknown_meeting(),
	'move-answered': () => m.moving_error_answered()
};
