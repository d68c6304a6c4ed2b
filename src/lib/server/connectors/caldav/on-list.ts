import type { App } from '../../app.ts';
import { Mutex } from '../../store/mutex.ts';
import type { Dispatch } from '../../store/delivery.ts';
import { repositories } from '../../store/repositories.ts';
import type { Actor } from '../../work.ts';
import type { Message, Target } from '../connector.ts';
import { type TaskListClient, taskList } from './client.ts';
import type { DavParts } from './pinned-fetch.ts';

/** An organisation's task list, with what is needed to work on it. */
export interface OnList {
	app: App;
	connectorId: string;
	organisationId: string;
	list: TaskListClient;
}

export function onList(app: App, target: Target, parts: DavParts, closing: AbortSignal): OnList {
	const { connectorId, organisationId, url, settings, secret } = target;
	const access = { url, username: settings.username ?? '', password: secret };
	return { app, connectorId, organisationId, list: taskList(access, parts, closing) };
}

/** Nobody in person: the log and the history name the organisation and its connection. */
export function actorOf({ connectorId, organisationId }: OnList): Actor & { connectorId: string } {
	return {
		personId: connectorId,
		organisationId,
		administers: 'nothing',
		client: `list:${connectorId.slice(0, 6)}`,
		address: '',
		connectorId
	};
}

/** The newest that this list was told, or is to be told, about a subject. */
export async function newestTold(
	{ app, connectorId, organisationId }: OnList,
	subjectId: string
): Promise<Dispatch | null> {
	const { delivery } = repositories(app.database.reader);
	const told = await delivery.toldAbout(subjectId, organisationId);
	return told.findLast((one) => one.delivery.connectorId === connectorId) ?? null;
}

export function messageOf({ row }: Dispatch): Message {
	const { id, type, subjectId, createdAt, payload } = row;
	return { id, kind: type, subjectId, at: createdAt, payload };
}

interface Lock {
	mutex: Mutex;
	/** Who holds it or waits for it. */
	users: number;
}
const locks = new WeakMap<App, Map<string, Lock>>();

/** One at a time per task: what we write must not look like a change of theirs to who looks meanwhile. */
export async function alone<T>(
	{ app, connectorId }: OnList,
	subjectId: string,
	work: () => Promise<T>
): Promise<T> {
	const ofApp = locks.get(app) ?? new Map<string, Lock>();
	locks.set(app, ofApp);
	const key = `${connectorId} ${subjectId}`;
	const lock = ofApp.get(key) ?? { mutex: new Mutex(), users: 0 };
	ofApp.set(key, lock);
	lock.users += 1;
	try {
		return await lock.mutex.run(work);
	} finally {
		lock.users -= 1;
		if (lock.users === 0) ofApp.delete(key);
	}
}
