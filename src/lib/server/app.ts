import { join } from 'node:path';
import { type Clock, systemClock } from './clock.ts';
import { TaskLists } from './connectors/caldav/task-lists.ts';
import { DayTurn } from './day-turn.ts';
import { DocumentRooms } from './realtime/documents/rooms.ts';
import { Hub } from './realtime/hub.ts';
import { type Ids, randomIds } from './ids.ts';
import { log } from './log.ts';
import { type Mailer, mailer } from './mail/mailer.ts';
import { Outbox } from './outbox/outbox.ts';
import { loadSecretKey } from './secret-key.ts';
import type { Settings } from './settings.ts';
import { type OpenDatabase, openDatabase } from './store/database.ts';
import { documentStore } from './store/documents.ts';

/** The running product: built once, handed to routes, sockets and scripts. */
export interface App {
	readonly settings: Settings;
	readonly database: OpenDatabase;
	readonly clock: Clock;
	readonly ids: Ids;
	/** Encrypts what must be read back: second-factor secrets, connector secrets. */
	readonly key: Buffer;
	/** What ends with a day. */
	readonly dayTurn: DayTurn;
	readonly hub: Hub;
	readonly outbox: Outbox;
	/** What organisations answer on their own task lists. */
	readonly taskLists: TaskLists;
	/** Null when the operator gave no mail server. */
	readonly mailer: Mailer | null;
	close(): Promise<void>;
}

export interface Parts {
	clock?: Clock;
	ids?: Ids;
	/** Where the SQL migrations are. */
	migrations?: string;
}

/** The composition root: the only place that knows every part. */
export function openApp(settings: Settings, parts: Parts = {}): App {
	const clock = parts.clock ?? systemClock;
	const ids = parts.ids ?? randomIds;
	const key = loadSecretKey(settings.secretKeyFile);
	const database = openDatabase(
		join(settings.dataDir, 'casustafel.sqlite'),
		parts.migrations ?? join(process.cwd(), 'drizzle', 'sqlite'),
		log
	);
	const rooms = new DocumentRooms({
		store: documentStore(database),
		clock,
		ids,
		log,
		expel: (peer) => app.hub.expel(peer.id)
	});
	const app: App = {
		settings,
		database,
		clock,
		ids,
		key,
		dayTurn: new DayTurn(() => app),
		hub: new Hub(() => app, rooms),
		outbox: new Outbox(() => app),
		taskLists: new TaskLists(() => app),
		mailer: settings.mail && mailer(settings.mail, settings.publicUrl.hostname),
		async close() {
			await app.outbox.close();
			await app.taskLists.close();
			app.mailer?.close();
			// First the text: its last acknowledgements still reach who is typing.
			await rooms.close();
			await app.hub.close();
			await database.close();
		}
	};
	return app;
}
