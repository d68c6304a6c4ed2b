import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

export interface Radicale {
	/** `http://127.0.0.1:<port>` */
	origin: string;
	/** `host:port`, for the list of what may be reached. */
	place: string;
	/** Password by name. */
	users: Record<string, string>;
	/** Where it keeps its lists. */
	folder: string;
	/** Makes a list of someone's that takes tasks, and gives its address. */
	makeList(user: string, name: string): Promise<string>;
	/** A request as this user makes it. */
	ask(
		user: string,
		method: string,
		url: string,
		headers?: Record<string, string>,
		body?: string
	): Promise<Response>;
	/** What stands in a list, by file name. */
	tasks(user: string, list: string): Promise<Map<string, string>>;
	stop(): Promise<void>;
	/** Stops it and takes away what it kept. */
	remove(): Promise<void>;
	/** Starts it again on the same port, with what it kept. */
	start(): Promise<void>;
}

const USERS = { ggd: 'geheim van de GGD', welzijn: 'geheim van welzijn' };

/** A real Radicale on this computer, with its own users and an empty folder; remove it yourself. */
export async function startRadicale(): Promise<Radicale> {
	const home = mkdtempSync(join(tmpdir(), 'casustafel-radicale-'));
	const folder = join(home, 'lists');
	mkdirSync(folder);
	writeFileSync(
		join(home, 'users'),
		Object.entries(USERS)
			.map(([user, password]) => `${user}:${password}\n`)
			.join('')
	);
	let running: ChildProcess | null = null;
	let port = 0;

	const self: Radicale = {
		origin: '',
		place: '',
		users: USERS,
		folder,
		async start() {
			writeFileSync(join(home, 'config'), settings(home, folder, port));
			const started = await begin(join(home, 'config'));
			running = started.process;
			port = started.port;
			self.place = `127.0.0.1:${port}`;
			self.origin = `http://${self.place}`;
		},
		async stop() {
			const stopping = running;
			running = null;
			if (!stopping || stopping.exitCode !== null) return;
			const gone = once(stopping, 'exit');
			stopping.kill('SIGTERM');
			await gone;
		},
		async remove() {
			await self.stop();
			rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
		},
		ask: (user, method, url, headers = {}, body) =>
			fetch(new URL(url, self.origin), {
				method,
				headers: { authorization: basic(user, USERS[user as keyof typeof USERS]), ...headers },
				...(body !== undefined && { body })
			}),
		async makeList(user, name) {
			const path = `/${user}/${name}/`;
			const made = await self.ask(user, 'MKCALENDAR', path, {}, mkcalendar(name));
			if (made.status !== 201) throw new Error(`Radicale made no list: ${made.status}`);
			return new URL(path, self.origin).href;
		},
		async tasks(user, list) {
			const answer = await self.ask(user, 'PROPFIND', list, { depth: '1' }, PROPFIND_ETAGS);
			const hrefs = [...(await answer.text()).matchAll(/<href>([^<]+\.ics)<\/href>/g)];
			const found = new Map<string, string>();
			for (const [, href = ''] of hrefs)
				found.set(
					decodeURIComponent(href.slice(href.lastIndexOf('/') + 1)),
					await (await self.ask(user, 'GET', href)).text()
				);
			return found;
		}
	};
	await self.start();
	return self;
}

/** The `authorization` header of a name with its password. */
export function basic(user: string, password: string): string {
	return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

const PROPFIND_ETAGS = '<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>';

const mkcalendar = (name: string) => `<?xml version="1.0" encoding="utf-8"?>
<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>
<D:displayname>${name}</D:displayname>
<C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set>
</D:prop></D:set></C:mkcalendar>`;

const settings = (home: string, folder: string, port: number) => `[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${join(home, 'users')}
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = ${folder}
[logging]
level = info
`;

async function begin(config: string): Promise<{ process: ChildProcess; port: number }> {
	const started = spawn('radicale', ['--config', config], {
		stdio: ['ignore', 'ignore', 'pipe'],
		env: { ...process.env, RADICALE_CONFIG: '' }
	});
	started.once('error', () => {});
	if (started.pid === undefined)
		throw new Error('radicale is not installed: `npm test unit` does that, on Debian as root');
	let said = '';
	started.stderr.setEncoding('utf8');
	const gone = new Promise<null>((resolve) => started.once('exit', () => resolve(null)));
	while (!said.includes('server ready')) {
		const more = await Promise.race([once(started.stderr, 'data'), gone]);
		if (!more) throw new Error(`radicale did not start: ${said}`);
		said += String(more[0]);
	}
	// Its log must go on being read, or it stops at a full pipe.
	started.stderr.resume();
	const port = Number(/Listening on '\[127\.0\.0\.1\]:(\d+)'/.exec(said)?.[1]);
	return { process: started, port };
}
