/** The time, once a second, for clocks on the screen; it stops with the page. */
export class Now {
	at = $state(Date.now());
	readonly #tick = setInterval(() => (this.at = Date.now()), 1000);

	stop(): void {
		clearInterval(this.#tick);
	}
}
