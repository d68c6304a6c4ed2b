import { DOCUMENT_LIMITS } from '#lib/protocol/documents.ts';
import type { Clock } from '../clock.ts';

export interface Pace {
	perSecond: number;
	atOnce: number;
}

/** Someone who taps fast. */
export const TAPPING: Pace = { perSecond: 20, atOnce: 80 };
/** Someone who types: twice what the shared text itself takes, whose own refusal says more. */
export const TYPING: Pace = {
	perSecond: 2 * DOCUMENT_LIMITS.messagesPerSecond,
	atOnce: 4 * DOCUMENT_LIMITS.messagesPerSecond
};

/** How many messages one tab may send: bursts of a person, never a flood (OWASP ASVS 2.4). */
export class Allowance {
	readonly #clock: Clock;
	readonly #pace: Pace;
	#left: number;
	#since: number;

	constructor(clock: Clock, pace: Pace) {
		this.#clock = clock;
		this.#pace = pace;
		this.#left = pace.atOnce;
		this.#since = clock.now().getTime();
	}

	take(): boolean {
		const { atOnce, perSecond } = this.#pace;
		const now = this.#clock.now().getTime();
		this.#left = Math.min(atOnce, this.#left + ((now - this.#since) / 1000) * perSecond);
		this.#since = now;
		if (this.#left < 1) return false;
		this.#left -= 1;
		return true;
	}
}
