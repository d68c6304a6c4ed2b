import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

export const SIGNALS_WORDS: ErrorWords = {
	'signaller-missing': () => m.signals_error_signaller(),
	'unknown-child': () => m.signals_error_child(),
	'signal-withdrawn': () => m.signals_error_withdrawn(),
	'signal-not-yours': () => m.signals_error_not_yours(),
	'topics-missing': () => m.signals_error_topics_missing(),
	'topics-exclude': () => m.signals_error_topics_exclude(),
	'feedback-done': () => m.signals_error_done(),
	'feedback-not-agreed': () => m.signals_error_not_agreed(),
	'feedback-open': () => m.signals_error_open(),
	'feedback-before-signal': () => m.signals_error_before_signal()
};
