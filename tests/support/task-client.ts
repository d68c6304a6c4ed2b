import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const run = promisify(execFile);
/** Debian's name, and the one upstream gave it. */
const TODOMAN = ['todoman', 'todo'];

export interface ClientTask {
	id: number;
	summary: string;
	/** Seconds since 1970. */
	due: number | null;
	completed: boolean;
	percent: number;
	description: string;
}

/** A person with todoman, and vdirsyncer to bring it up to date: programs that are not ours. */
export interface TaskClient {
	sync(): Promise<void>;
	/** Open ones, or all. */
	tasks(all?: boolean): Promise<ClientTask[]>;
	done(summary: string): Promise<void>;
	cancel(summary: string): Promise<void>;
	edit(summary: string, ...options: string[]): Promise<void>;
	/** Changes its text in an editor, by a line of sed. */
	editRaw(summary: string, ...sed: string[]): Promise<void>;
	remove(summary: string): Promise<void>;
}

export async function taskClient(
	url: string,
	user: { name: string; password: string }
): Promise<TaskClient> {
	const home = mkdtempSync(join(tmpdir(), 'casustafel-client-'));
	onTestFinished(() => rmSync(home, { recursive: true, force: true }));
	const lists = join(home, 'lists');
	mkdirSync(join(lists, 'taken'), { recursive: true });
	writeFileSync(
		join(home, 'todoman.py'),
		[
			`path = ${JSON.stringify(join(lists, '*'))}`,
			'date_format = "%Y-%m-%d"',
			'time_format = "%H:%M"',
			'default_list = "taken"',
			`cache_path = ${JSON.stringify(join(home, 'cache.sqlite3'))}`
		].join('\n')
	);
	writeFileSync(
		join(home, 'vdirsyncer'),
		`[general]
status_path = "${join(home, 'status')}"
[pair taken]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "${join(lists, 'taken')}"
fileext = ".ics"
[storage there]
type = "caldav"
url = "${url}"
username = "${user.name}"
password = "${user.password}"
item_types = ["VTODO"]
`
	);
	const env = { ...process.env, HOME: home, TZ: 'Europe/Amsterdam', LC_ALL: 'C.UTF-8' };
	const program = TODOMAN.find((name) =>
		(process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, name)))
	);
	const todo = async (args: string[], more: Record<string, string> = {}) => {
		const all = ['--config', join(home, 'todoman.py'), ...args];
		return (await run(program ?? 'todoman', all, { env: { ...env, ...more } })).stdout;
	};
	const vdirsyncer = (...args: string[]) =>
		run('vdirsyncer', ['--config', join(home, 'vdirsyncer'), ...args], { env });
	await vdirsyncer('discover');

	const tasks = async (all = false) =>
		JSON.parse(
			await todo(['--porcelain', 'list', ...(all ? ['--status', 'ANY'] : [])])
		) as ClientTask[];
	const id = async (summary: string) => {
		const found = (await tasks(true)).find((one) => one.summary === summary);
		if (!found) throw new Error(`todoman has no such task: ${summary}`);
		return String(found.id);
	};
	return {
		async sync() {
			await vdirsyncer('sync');
		},
		tasks,
		async done(summary) {
			await todo(['done', await id(summary)]);
		},
		async cancel(summary) {
			await todo(['cancel', await id(summary)]);
		},
		async edit(summary, ...options) {
			await todo(['edit', ...options, await id(summary)]);
		},
		async editRaw(summary, ...sed) {
			const editor = join(home, 'editor');
			const lines = sed.map((line) => `-e '${line}'`).join(' ');
			writeFileSync(editor, `#!/bin/sh\nexec sed -i ${lines} "$1"\n`);
			chmodSync(editor, 0o755);
			await todo(['edit', '--raw', await id(summary)], { EDITOR: editor, VISUAL: editor });
		},
		async remove(summary) {
			await todo(['delete', '--yes', await id(summary)]);
		}
	};
}
