import type { Clock } from '../clock.ts';

const PER_SECOND = 20;
const AT_ONCE = 80;

/** How many commands one tab may send: bursts of a person tapping fast, never a flood (OWASP ASVS 2.4). */
export class Allowance {
	readonly #clock: Clock;
	#left = AT_ONCE;
	#since: number;

	constructor(clock: Clock) {
		this.#clock = clock;
		this.#since = clock.now().getTime();
	}

	take(): boolean {
		const now = this.#clock.now().getTime();
		this.#left = Math.min(AT_ONCE, this.#left + ((now - this.#since) / 1000) * PER_SECOND);
		this.#since = now;
		if (this.#left < 1) return false;
		this.#left -= 1;
		return true;
	}
}
