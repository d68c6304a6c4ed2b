import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until a server answers, for at most `seconds`.
 * @param {string} url
 * @param {number} [seconds]
 */
export async function answers(url, seconds = 60) {
	const end = Date.now() + seconds * 1000;
	while (Date.now() < end) {
		try {
			const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
			await response.body?.cancel();
			if (response.ok) return true;
		} catch {
			// Not listening yet.
		}
		await pause(100);
	}
	return false;
}
