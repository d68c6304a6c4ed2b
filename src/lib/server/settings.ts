import * as v from 'valibot';
import packageFile from '../../../package.json' with { type: 'json' };

export const VERSION: string = packageFile.version;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The operator's mail server. */
export interface MailSettings {
	/** `smtp://` or `smtps://`, with the name and password of the mailbox in it if it has one. */
	readonly smtpUrl: string;
	/** `Casustafel <casustafel@example.org>` */
	readonly from: string;
}

/** How this server was told to run; checked once, at start. */
export interface Settings {
	readonly version: string;
	readonly host: string;
	readonly port: number;
	/** Where the database, the secret key and nothing else is kept. */
	readonly dataDir: string;
	/** The address people type, without a path: https, except on this computer itself and in the demo. */
	readonly publicUrl: URL;
	/** The request header in which the proxy in front of us gives the visitor's address. */
	readonly addressHeader: string | null;
	/** How many proxies add to `x-forwarded-for`; 1 = the last address in it is the visitor's. */
	readonly forwardedDepth: number;
	readonly secretKeyFile: string;
	/** Invented people, and switching between them without a password. */
	readonly demo: boolean;
	/** `host:port` of receivers that may be reached though their address is private. */
	readonly webhookAllow: readonly string[];
	/** Seconds between two looks at an organisation's task list. */
	readonly taskListSeconds: number;
	readonly partnerInboxUrl: string | null;
	/** Where all mail of the demo can be read. */
	readonly demoMailboxUrl: string | null;
	/** Null: no mail can be sent, and nothing that needs it is offered. */
	readonly mail: MailSettings | null;
	readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** The environment asks for something impossible; the message is for the person who starts the server. */
export class SettingsError extends Error {
	override readonly name = 'SettingsError';
	readonly problems: readonly string[];

	constructor(problems: readonly string[]) {
		super(
			`Casustafel cannot start with these settings:\n${problems.map((one) => `  · ${one}`).join('\n')}`
		);
		this.problems = problems;
	}
}

const wholeNumber = (name: string, from: number, to: number, standard: string) => {
	const message = `${name} has to be a whole number from ${from} to ${to}.`;
	return v.pipe(
		v.optional(v.string(), standard),
		v.regex(/^\d{1,6}$/, message),
		v.transform(Number),
		v.minValue(from, message),
		v.maxValue(to, message)
	);
};

const origin = (name: string) =>
	v.pipe(
		v.string(),
		v.check(
			isOrigin,
			`${name} has to be an address without a path, such as https://casustafel.example.org.`
		)
	);

const headerName = (name: string) =>
	v.pipe(
		v.string(),
		v.regex(/^[\w-]+$/, `${name} has to be the name of a header, such as x-forwarded-for.`)
	);

const Environment = v.object({
	HOST: v.pipe(
		v.optional(v.string(), '127.0.0.1'),
		v.regex(
			/^[\w.:%-]+$/,
			'HOST has to be an address of this computer: 127.0.0.1 (this computer only), 0.0.0.0 (every network it is on) or one of its own.'
		)
	),
	PORT: wholeNumber('PORT', 1, 65_535, '3000'),
	DATA_DIR: v.pipe(
		v.optional(v.string(), './data'),
		v.check((path) => path.trim() !== '', 'DATA_DIR has to be a folder.')
	),
	PUBLIC_URL: v.optional(origin('PUBLIC_URL')),
	PROTOCOL_HEADER: v.optional(headerName('PROTOCOL_HEADER')),
	HOST_HEADER: v.optional(headerName('HOST_HEADER')),
	ADDRESS_HEADER: v.optional(v.pipe(headerName('ADDRESS_HEADER'), v.toLowerCase())),
	XFF_DEPTH: wholeNumber('XFF_DEPTH', 1, 20, '1'),
	SECRET_KEY_FILE: v.optional(v.string()),
	DEMO: v.optional(v.picklist(['0', '1'], 'DEMO has to be 1 (a demo) or be left out.')),
	WEBHOOK_ALLOW: v.pipe(
		v.optional(v.string(), ''),
		v.transform((list) =>
			list
				.split(',')
				.map((one) => one.trim().toLowerCase())
				.filter(Boolean)
		),
		v.check(
			(list) => list.every((one) => /^([\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/.test(one)),
			'WEBHOOK_ALLOW has to be a list of host:port with commas, such as 10.0.0.5:8443,dossier.local:443.'
		)
	),
	TASK_LIST_SECONDS: wholeNumber('TASK_LIST_SECONDS', 10, 3600, '120'),
	PARTNER_INBOX_URL: v.optional(origin('PARTNER_INBOX_URL')),
	DEMO_MAILBOX_URL: v.optional(origin('DEMO_MAILBOX_URL')),
	SMTP_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(
				isSmtp,
				'SMTP_URL has to be the address of a mail server, such as smtp://name:password@mail.example.org:587.'
			)
		)
	),
	MAIL_FROM: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				/^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/,
				'MAIL_FROM has to be a mail address, such as Casustafel <casustafel@example.org>.'
			)
		)
	),
	LOG_LEVEL: v.optional(
		v.picklist(LOG_LEVELS, `LOG_LEVEL has to be one of ${LOG_LEVELS.join(', ')}.`),
		'info'
	)
});

/**
 * Reads the environment. An empty value counts as absent, as `PORT=` in a file of systemd means no more.
 * @throws {SettingsError} with every problem at once, each naming its variable and what is allowed
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const parsed = v.safeParse(Environment, given);
	if (!parsed.success) throw new SettingsError(parsed.issues.map((issue) => issue.message));
	const read = parsed.output;

	const demo = read.DEMO === '1';
	const publicUrl = new URL(read.PUBLIC_URL ?? `http://${visitable(read.HOST)}:${read.PORT}`);
	const problems = [
		...addressProblems({
			demo,
			host: read.HOST,
			publicUrl,
			isGiven: read.PUBLIC_URL !== undefined
		}),
		...(['PARTNER_INBOX_URL', 'DEMO_MAILBOX_URL'] as const)
			.filter((name) => read[name] !== undefined && !demo)
			.map((name) => `${name} belongs to the demo: leave it out, or set DEMO=1.`),
		...((read.SMTP_URL === undefined) !== (read.MAIL_FROM === undefined)
			? ['SMTP_URL and MAIL_FROM go together: give both, or neither.']
			: [])
	];
	if (problems.length > 0) throw new SettingsError(problems);

	return {
		version: VERSION,
		host: read.HOST,
		port: read.PORT,
		dataDir: read.DATA_DIR,
		publicUrl,
		addressHeader: read.ADDRESS_HEADER ?? null,
		forwardedDepth: read.XFF_DEPTH,
		secretKeyFile: read.SECRET_KEY_FILE ?? `${read.DATA_DIR}/secret.key`,
		demo,
		webhookAllow: read.WEBHOOK_ALLOW,
		taskListSeconds: read.TASK_LIST_SECONDS,
		partnerInboxUrl: read.PARTNER_INBOX_URL ?? null,
		demoMailboxUrl: read.DEMO_MAILBOX_URL ?? null,
		mail:
			read.SMTP_URL !== undefined && read.MAIL_FROM !== undefined
				? { smtpUrl: read.SMTP_URL, from: read.MAIL_FROM }
				: null,
		logLevel: read.LOG_LEVEL
	};
}

/** What else an address must be: nothing that people type here may cross a network in the clear. */
function addressProblems(address: {
	demo: boolean;
	host: string;
	publicUrl: URL;
	isGiven: boolean;
}): string[] {
	if (address.demo) return [];
	if (!address.isGiven && !isThisComputer(address.host))
		return [
			'PUBLIC_URL has to be given when HOST is not this computer only: the https address people type.'
		];
	if (address.publicUrl.protocol !== 'https:' && !isThisComputer(address.publicUrl.hostname))
		return ['PUBLIC_URL has to begin with https:// (http:// is for localhost and the demo only).'];
	return [];
}

function isOrigin(text: string): boolean {
	const url = URL.parse(text);
	if (!url || !['http:', 'https:'].includes(url.protocol)) return false;
	return url.href === `${url.origin}/` && !text.includes('?') && !text.includes('#');
}

function isSmtp(text: string): boolean {
	const url = URL.parse(text);
	return url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
}

function isThisComputer(host: string): boolean {
	const name = host.replace(/^\[|\]$/g, '').toLowerCase();
	return (
		name === 'localhost' ||
		name.endsWith('.localhost') ||
		name === '::1' ||
		/^127(\.\d{1,3}){3}$/.test(name)
	);
}

/** An address to listen on everywhere is not one to visit. */
function visitable(host: string): string {
	if (host === '0.0.0.0' || host === '::') return 'localhost';
	return host.includes(':') ? `[${host}]` : host;
}
