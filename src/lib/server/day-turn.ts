import type { App } from './app.ts';
import { dayInTheNetherlands, momentInTheNetherlands } from './days.ts';
import type { StoredGround } from './store/grounds.ts';
import { StorageReadOnly } from './store/disk.ts';
import { repositories } from './store/repositories.ts';
import { inTransaction } from './transact.ts';
import { endByDate } from './usecases/grounds/end-by-date.ts';
import type { Actor } from './work.ts';

const EVENT = 'ground.end-by-date';

/**
 * What ends with a day, ends before anything is answered on the next one: whoever asks first on a new day
 * waits until it is done (GC6). Every way in passes here: pages, commands, views and shared text.
 */
export class DayTurn {
	readonly #app: () => App;
	/** Until this moment the day is the same. */
	#until = 0;
	#turning: Promise<void> | null = null;

	constructor(app: () => App) {
		this.#app = app;
	}

	/** Resolves when what ended before today has ended. */
	async done(): Promise<void> {
		if (this.#app().clock.now().getTime() < this.#until) return;
		// When it fails, so does who asked; the next one tries again.
		this.#turning ??= this.#turn().finally(() => (this.#turning = null));
		await this.#turning;
	}

	async #turn(): Promise<void> {
		const app = this.#app();
		const today = dayInTheNetherlands(app.clock.now());
		const { grounds } = repositories(app.database.reader);
		for (const ground of await grounds.expiredOn(today)) {
			const who = await whoSetTheDay(app, ground);
			const ended = await inTransaction(app, who, (work) => endByDate(work, ground), EVENT);
			if (!ended.ok) throw new StorageReadOnly(ended.error);
		}
		this.#until = momentInTheNetherlands(dayAfter(today), '00:00')?.getTime() ?? 0;
	}
}

/** Who chose the last day answers for what happens on it. */
async function whoSetTheDay(
	app: App,
	{ recordedBy, organisationId }: StoredGround
): Promise<Actor> {
	const { people } = repositories(app.database.reader);
	const who = recordedBy ? await people.find(recordedBy) : null;
	return {
		personId: recordedBy ?? '',
		organisationId: who?.organisation.id ?? organisationId,
		administers: 'nothing',
		client: 'end-date',
		address: ''
	};
}

function dayAfter(day: string): string {
	return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
