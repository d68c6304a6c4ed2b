import { DOCUMENT_LIMITS } from '#lib/protocol/documents.ts';

/** Counts refused updates per person: a new socket does not wipe the slate. */
export class Refusals {
	readonly #moments = new Map<string, number[]>();

	/** Counts one; true when it is one too many for a mistake. */
	add(personId: string, now: Date): boolean {
		const since = now.getTime() - DOCUMENT_LIMITS.refusalsWithin;
		const recent = (this.#moments.get(personId) ?? []).filter((moment) => moment > since);
		recent.push(now.getTime());
		this.#moments.set(personId, recent);
		for (const [other, moments] of this.#moments)
			if ((moments.at(-1) ?? 0) <= since) this.#moments.delete(other);
		return recent.length >= DOCUMENT_LIMITS.refusals;
	}
}
