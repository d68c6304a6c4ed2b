import type { SkipWhy } from '#lib/domain/safety-skip.ts';
import { m } from '#lib/paraglide/messages.js';

const WORDS: Record<SkipWhy, () => string> = {
	'no-time': () => m.room_skip_no_time(),
	'information-missing': () => m.room_skip_information_missing(),
	mistake: () => m.room_skip_mistake(),
	other: () => m.room_skip_other()
};

/** Why safety was not discussed, in a few words. */
export function sayWhyNot(why: SkipWhy): string {
	return WORDS[why]();
}
