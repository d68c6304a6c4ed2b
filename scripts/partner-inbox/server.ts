import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Casustafel, tellRead, tellStatus, type Told } from './answer.ts';
import { ICON, LIVE, STYLE } from './assets.ts';
import type { InboxConfig } from './config.ts';
import { MailboxFile, type Mood, type Receipt, type Status } from './mailbox.ts';
import { page } from './page.ts';
import { type InboxEvent, takeIn } from './take-in.ts';
import { refusal } from './verify.ts';

export interface Inbox {
	config(): InboxConfig | null;
	file: MailboxFile;
	/** Where Casustafel's API is. */
	appUrl: string;
	now?: () => Date;
	fetch?: typeof fetch;
	/** The token it has now. */
	session?: Casustafel['session'];
}

const LARGEST = 256 * 1024;
const MOODS: readonly string[] = ['normal', 'trouble', 'lost-reply', 'off'];
const STATUSES: readonly string[] = ['accepted', 'declined', 'in-progress', 'done'];

/** The inbox of one organisation: a receiver of webhooks, and a page for the people who work there. */
export function inboxServer(inbox: Inbox): Server {
	return createServer((request, response) => {
		serve(inbox, request, response).catch(() => {
			if (!response.headersSent) response.writeHead(500);
			response.end();
		});
	});
}

async function serve(inbox: Inbox, request: IncomingMessage, response: ServerResponse) {
	const path = new URL(request.url ?? '/', 'http://inbox').pathname;
	const route = `${request.method} ${path.replace(/^\/acties\/[\w-]+$/, '/acties/:id')}`;
	switch (route) {
		case 'POST /webhook':
			return receive(inbox, request, response);
		case 'GET /':
			return showPage(inbox, request, response);
		case 'GET /changes':
			return stream(inbox, request, response);
		case 'POST /gedrag':
			return changeMood(inbox, request, response);
		case 'POST /acties/:id':
			return answerAction(inbox, request, response, path.split('/')[2] ?? '');
		case 'GET /style.css':
			return send(response, 'text/css', STYLE);
		case 'GET /live.js':
			return send(response, 'text/javascript', LIVE);
		case 'GET /icon.svg':
			return send(response, 'image/svg+xml', ICON);
		default:
			response.writeHead(404).end();
	}
}

/** A webhook comes in: signature first, then the effect, written before the answer. */
async function receive(inbox: Inbox, request: IncomingMessage, response: ServerResponse) {
	const config = inbox.config();
	const body = await read(request);
	const now = inbox.now?.() ?? new Date();
	if (!config || body === null) return void response.writeHead(config ? 413 : 503).end();
	if (refusal(config.signingSecret, request.headers, body, now))
		return void response.writeHead(401).end();
	const event = JSON.parse(body) as InboxEvent;
	const { mailbox } = inbox.file;
	const note = (outcome: Receipt['outcome']) => {
		mailbox.receipts.push({ at: now.toISOString(), type: event.type, outcome });
		inbox.file.save();
	};
	switch (mailbox.mood) {
		case 'off':
			note('off');
			return void response.writeHead(503).end();
		case 'trouble':
			note('trouble');
			return void response.writeHead(500).end();
		case 'lost-reply':
			takeIn(mailbox, event, now.toISOString());
			note('lost-reply');
			return void request.socket.destroy();
		case 'normal':
			note(takeIn(mailbox, event, now.toISOString()));
			return void response.writeHead(204).end();
	}
}

function showPage(inbox: Inbox, request: IncomingMessage, response: ServerResponse) {
	const config = inbox.config();
	const problem = new URL(request.url ?? '/', 'http://inbox').searchParams.get('fout');
	const html = page({
		organisation: config?.organisation ?? 'een partner',
		isConnected: config !== null,
		mailbox: inbox.file.mailbox,
		problem
	});
	send(response, 'text/html', html);
}

/** Server-sent events: one empty message per change. */
function stream(inbox: Inbox, request: IncomingMessage, response: ServerResponse) {
	response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
	response.write('retry: 1000\n\n');
	const stop = inbox.file.onChange(() => response.write('data: changed\n\n'));
	request.once('close', stop);
}

async function changeMood(inbox: Inbox, request: IncomingMessage, response: ServerResponse) {
	const mood = (await form(request))?.get('gedrag') ?? '';
	if (MOODS.includes(mood)) {
		inbox.file.mailbox.mood = mood as Mood;
		inbox.file.save();
	}
	back(response);
}

async function answerAction(
	inbox: Inbox,
	request: IncomingMessage,
	response: ServerResponse,
	id: string
) {
	const fields = await form(request);
	const what = fields?.get('wat') ?? '';
	const action = inbox.file.mailbox.actions[id];
	const config = inbox.config();
	if (!action || !config || !(what === 'gelezen' || STATUSES.includes(what)))
		return void response.writeHead(404).end();
	const app = casustafel(inbox, config);
	const told =
		what === 'gelezen'
			? await tellRead(app, action)
			: await tellStatus(app, action, what as Status, fields?.get('reden') ?? undefined);
	keep(inbox, id, what, told);
	back(response, told.ok ? null : told.code);
}

/** How this inbox reaches Casustafel; its token is kept between requests. */
function casustafel(inbox: Inbox, { clientId, clientSecret }: InboxConfig): Casustafel {
	inbox.session ??= {};
	const { appUrl: url, session } = inbox;
	return { url, clientId, clientSecret, session, fetch: inbox.fetch };
}

function keep(inbox: Inbox, id: string, what: string, told: Told) {
	const action = inbox.file.mailbox.actions[id];
	if (!action) return;
	if (told.ok) {
		action.answers += 1;
		action.readAt ??= (inbox.now?.() ?? new Date()).toISOString();
		if (what !== 'gelezen') action.status = what as Status;
	} else if (told.current) {
		// Casustafel is master of the text: take over what it says.
		const { revision, status, title } = told.current;
		Object.assign(action, { revision, status, title: title ?? action.title });
	}
	inbox.file.save();
}

async function form(request: IncomingMessage): Promise<URLSearchParams | null> {
	// Another site must not press the buttons of someone who has this page open.
	const site = request.headers['sec-fetch-site'];
	if (site !== undefined && site !== 'same-origin') return null;
	const body = await read(request);
	return body === null ? null : new URLSearchParams(body);
}

async function read(request: IncomingMessage): Promise<string | null> {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of request as AsyncIterable<Buffer>) {
		size += part.length;
		if (size > LARGEST) return null;
		parts.push(part);
	}
	return Buffer.concat(parts).toString('utf8');
}

function back(response: ServerResponse, problem: string | null = null) {
	const location = problem ? `/?fout=${encodeURIComponent(problem)}` : '/';
	response.writeHead(303, { location }).end();
}

function send(response: ServerResponse, type: string, body: string) {
	response
		.writeHead(200, {
			'content-type': `${type}; charset=utf-8`,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy':
				"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
		})
		.end(body);
}
