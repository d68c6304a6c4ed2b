import { fail, type Result } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';

export interface NewTaskList {
	organisationId: string;
	/** The list itself, as it was chosen from what the server offered. */
	url: string;
	username: string;
	password: string;
	/** `host:port` that may be private and without https. */
	allow: readonly string[];
}

/** Connects a task list (CalDAV). */
export async function setUpTaskList(
	_work: Work,
	_input: NewTaskList
): Promise<Result<{ connectorId: string }>> {
	return fail('not-found');
}
