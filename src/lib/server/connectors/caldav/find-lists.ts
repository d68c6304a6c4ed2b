import { fail, type Result } from '#lib/domain/result.ts';
import type { App } from '../../app.ts';

export interface Account {
	/** The server's address, as the organisation knows it. */
	url: string;
	username: string;
	password: string;
}

export interface TaskListFound {
	url: string;
	name: string;
}

/** The task lists someone can write to, for choosing one while setting up; keeps nothing. */
export async function findLists(_app: App, _account: Account): Promise<Result<TaskListFound[]>> {
	return fail('not-found');
}
