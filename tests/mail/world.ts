import { Outbox } from '#lib/server/outbox/outbox.ts';
import type { OrganisationKey, PersonKey } from '#lib/server/demo/people.ts';
import { giveLinkCode } from '#lib/server/mail/give-code.ts';
import { openLink } from '#lib/server/mail/open-link.ts';
import { answerVisit, visitPage } from '#lib/server/mail/visit.ts';
import type { LinkAnswerKind } from '#lib/protocol/mail-link.ts';
import { repositories, type Repositories } from '#lib/server/store/repositories.ts';
import { transact } from '#lib/server/transact.ts';
import { setUpMail } from '#lib/server/usecases/connectors/set-up-mail.ts';
import { type MailServer, mailServer, type ReceivedMail } from '../support/mail-server.ts';
import { noorderveld, type Noorderveld } from '../support/people.ts';
import { done, stored, testApp, type TestApp, TestClock } from '../support/test-app.ts';

export const TEAM = 'jeugdteam@ggd.example';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface MailWorld {
	app: TestApp;
	world: Noorderveld;
	server: MailServer;
	outbox: Outbox;
	/** Of GGD Noorderveld. */
	connectorId: string;
	/** An action at the De Regenboog item for the GGD, in person for Tirza unless said otherwise. */
	propose(title: string, more?: Record<string, unknown>): Promise<string>;
	ledger(): ReturnType<ReturnType<typeof stored>['delivery']['ledger']>;
	/** Sends what is due, and gives what arrived since. */
	bring(): Promise<ReceivedMail[]>;
}

/** The school's case meeting in progress, with a real mail server and the GGD reached by mail. */
export async function mailWorld(env: Record<string, string> = {}): Promise<MailWorld> {
	const server = await mailServer();
	const app = testApp({
		clock: new TestClock(),
		env: {
			SMTP_URL: server.smtpUrl,
			MAIL_FROM: 'Casustafel <casustafel@noorderveld.example>',
			PUBLIC_URL: 'https://casustafel.example',
			...env
		}
	});
	const world = await noorderveld(app);
	await world.goLive('noor');
	const connectorId = await connectMail(app, world, 'ggd', TEAM);
	const outbox = new Outbox(() => app, { random: () => 0.5 });
	return {
		app,
		world,
		server,
		outbox,
		connectorId,
		async propose(title, more = {}) {
			const { actionId } = await done<{ actionId: string }>(
				app,
				world.actor('marjan'),
				'action.propose',
				{
					itemId: world.item.noor,
					title,
					ownerOrganisationId: world.organisation.ggd,
					ownerPersonId: world.people.tirza.id,
					due: dayIn(app, 14),
					...more
				}
			);
			return actionId;
		},
		ledger: () => stored(app).delivery.ledger([world.item.noor]),
		async bring() {
			const before = server.mails.length;
			await outbox.drain();
			return server.mails.slice(before);
		}
	};
}

export async function connectMail(
	app: TestApp,
	world: Noorderveld,
	organisation: OrganisationKey,
	address: string
): Promise<string> {
	const made = await transact(
		app,
		world.actor('petra'),
		(work) =>
			setUpMail(work, {
				organisationId: world.organisation[organisation],
				address,
				hasMail: app.mailer !== null
			}),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(made.error);
	return made.value.connectorId;
}

export function dayIn(app: TestApp, days: number): string {
	return new Date(app.clock.now().getTime() + days * DAY).toISOString().slice(0, 10);
}

/** The link in a mail, whole. */
export function linkIn({ text }: { text: string }): string {
	return /https?:\/\/\S+\/afspraak#[\w-]+/.exec(text)?.[0] ?? '';
}

export function codeIn({ text }: { text: string }): string {
	return /Uw code is (\d{6})/.exec(text)?.[1] ?? '';
}

export async function changeAction(
	{ app, world }: MailWorld,
	actionId: string,
	more: Record<string, unknown>,
	by: PersonKey = 'marjan'
): Promise<void> {
	const action = await stored(app).actions.find(actionId);
	if (!action) throw new Error('no such action');
	await done(app, world.actor(by), 'action.change', {
		actionId,
		title: action.title,
		ownerOrganisationId: action.ownerOrganisationId,
		...(action.ownerPersonId && { ownerPersonId: action.ownerPersonId }),
		due: action.due,
		tellTo: action.tellTo,
		expected: action.revision,
		...more
	});
}

/** A browser with its cookies, at the page behind a link. */
export class Browser {
	visit: string | undefined;
	known: string | undefined;
	readonly address: string;
	readonly #at: Pick<MailWorld, 'app' | 'server'>;

	constructor(at: Pick<MailWorld, 'app' | 'server'>, address = '192.0.2.7') {
		this.#at = at;
		this.address = address;
	}

	async open(link: string) {
		const { address, known: browser } = this;
		const opened = await openLink(this.#at.app, { link, browser, address });
		this.visit = opened.ok ? opened.value : undefined;
		return opened;
	}

	/** With the code that was mailed last, unless another is given. */
	async give(code = codeIn(this.#at.server.mails.at(-1) ?? { text: '' }), remember = false) {
		const { visit, known: browser, address } = this;
		const given = await giveLinkCode(this.#at.app, { visit, browser, code, remember, address });
		if (given.ok) {
			this.visit = given.value.visit;
			this.known = given.value.browser ?? this.known;
		}
		return given;
	}

	/** Opens a link and gives the code. */
	async enter(link: string, remember = false) {
		const opened = await this.open(link);
		if (!opened.ok) throw new Error(opened.error);
		const given = await this.give(undefined, remember);
		if (!given.ok) throw new Error(given.error);
	}

	page() {
		return visitPage(this.#at.app, this.visit, this.address);
	}

	/** What it shows of the action; fails when it shows none. */
	async action() {
		const page = await this.page();
		if (page.step !== 'action') throw new Error(`the page shows ${page.step}`);
		return page.action;
	}

	async answer(kind: LinkAnswerKind, fields: Record<string, unknown> = {}) {
		const { address } = this;
		const page = await this.page();
		const revision = page.step === 'action' ? String(page.action.revision) : '1';
		return answerVisit(this.#at.app, this.visit, {
			kind,
			fields: { revision, ...fields },
			address
		});
	}
}

/** Straight into the database, for what nobody does by a screen. */
export function write(app: TestApp, work: (store: Repositories) => Promise<void>): Promise<void> {
	return app.database.write((queries) => work(repositories(queries)));
}
