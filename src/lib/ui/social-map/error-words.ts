import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

export const SOCIAL_MAP_WORDS: ErrorWords = {
	'no-offer': () => m.social_map_error_no_offer(),
	'ages-reversed': () => m.social_map_error_ages_reversed(),
	'period-reversed': () => m.social_map_error_period_reversed(),
	'photo-too-large': () => m.social_map_error_photo_too_large(),
	'no-photo': () => m.social_map_error_no_photo()
};
