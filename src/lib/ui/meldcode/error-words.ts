import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

export const MELDCODE_WORDS: ErrorWords = {
	'weigh-first': () => m.meldcode_error_weigh_first(),
	'weighing-unfinished': () => m.meldcode_error_weighing_unfinished(),
	'nothing-to-show': () => m.meldcode_error_nothing_to_show(),
	'advice-of-itself': () => m.meldcode_error_advice_of_itself(),
	'nobody-known': () => m.meldcode_error_nobody_known(),
	'not-marked': () => m.meldcode_error_not_marked(),
	'not-yours-to-take-back': () => m.meldcode_error_not_yours_to_take_back(),
	'talk-settled': () => m.meldcode_error_talk_settled(),
	'nobody-to-talk-with': () => m.meldcode_error_nobody_to_talk_with(),
	'nothing-in-force': () => m.meldcode_error_nothing_in_force()
};
