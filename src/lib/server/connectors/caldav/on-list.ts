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

const locks = new WeakMap<App, Map<string, Mutex>>();

/** One at a time per task: what we write must not look like a change of theirs to who looks meanwhile. */
export function alone<T>(at: OnList, subjectId: string, work: () => Promise<T>): Promise<T> {
	const ofApp = locks.get(at.app) ?? new Map<string, Mutex>();
	locks.set(at.app, ofApp);
	const key = `${at.connectorId} ${subjectId}`;
	const lock = ofApp.get(key) ?? new Mutex();
	ofApp.set(key, lock);
	return lock.run(work);
}
