import { openApp } from '#lib/server/app.ts';
import { sessionCookieName, startSession } from '#lib/server/auth/sessions.ts';
import type { PersonKey } from '#lib/server/demo/people.ts';
import { readSettings } from '#lib/server/settings.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Noorderveld, noorderveld } from '../../support/people.ts';

/** The CJG intake at De Wit–Bakker with six people at it. */
export const SIX: readonly PersonKey[] = ['hilde', 'yusuf', 'roos', 'wim', 'nadia', 'jeroen'];

export interface StoredMeeting {
	dataDir: string;
	itemId: string;
	/** The child that questions are about. */
	childId: string;
	world: Noorderveld;
	/** Of a signed-in session, by person id. */
	cookie(personId: string): string;
	/** Invented people beside the six, at every case item. */
	crowd: readonly string[];
}

/** Signed in too, and not at any of these items. */
export const OUTSIDER: PersonKey = 'bas';

export interface MeetingOptions {
	/** Made, and removed afterwards, when not given. */
	dataDir?: string;
	crowd?: number;
}

/** Fills a data folder with a running meeting and open sessions, and leaves it closed. */
export async function storedMeeting(options: MeetingOptions = {}): Promise<StoredMeeting> {
	const dataDir = options.dataDir ?? temporaryFolder();
	const app = openApp(readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }));
	const world = await noorderveld(app);
	await world.goLive('deWitBakker');
	const itemId = world.item.deWitBakker;
	for (const person of ['nadia', 'jeroen'] as const) {
		const who = { itemId, personId: world.people[person].id };
		await world.do('hilde', 'item.invite', who);
		await world.do('hilde', 'item.admit', who);
	}
	const crowd = Array.from({ length: options.crowd ?? 0 }, () => app.ids.id());
	await app.database.write(async (queries) => {
		const { people, agenda } = repositories(queries);
		for (const [number, id] of crowd.entries()) {
			await people.add({
				id,
				organisationId: world.people.hilde.organisationId,
				name: `Deelnemer ${number}`,
				function: 'jeugdhulpverlener',
				email: `deelnemer${number}@example.org`,
				administers: 'nothing',
				passwordHash: null,
				createdAt: app.clock.now()
			});
			for (const item of Object.values(world.item))
				await agenda.invite({
					itemId: item,
					personId: id,
					organisationId: world.people.hilde.organisationId,
					invitedAt: app.clock.now(),
					invitedBy: world.people.hilde.id
				});
		}
	});
	const cookies = new Map<string, string>();
	const name = sessionCookieName(app.settings);
	for (const personId of [...[...SIX, OUTSIDER].map((person) => world.people[person].id), ...crowd])
		cookies.set(
			personId,
			`${name}=${(await startSession(app, personId, { complete: true })).value}`
		);
	await app.close();
	return {
		dataDir,
		itemId,
		childId: world.children.deWitBakker[0] ?? '',
		world,
		cookie: (personId) => cookies.get(personId) ?? '',
		crowd
	};
}

export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'casustafel-faults-'));
	onTestFinished(() =>
		rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
	);
	return folder;
}
