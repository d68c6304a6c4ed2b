import { type Result, fail, ok } from '#lib/domain/result.ts';
import { secretIn } from '#lib/protocol/mail-link.ts';
import type { App } from '../app.ts';
import { countAttempt, giveBack, type TooMany } from '../auth/rate-limit.ts';
import type { MailLink } from '../store/mail-links.ts';
import { repositories } from '../store/repositories.ts';
import { sha256, transact } from '../transact.ts';
import { atLink } from '../usecases/mail-link/at-link.ts';
import type { Work } from '../work.ts';
import { askCode, type AskedCode, mailCode } from './codes.ts';
import { aboutLink, actorOfLink, VISIT_SECONDS } from './link-actor.ts';

export type LinkRefusal = 'link-gone' | 'too-many-codes' | 'code-not-sent' | TooMany;

export interface Opening {
	/** What stood after the # in the address, or a whole link that was pasted. */
	link: string;
	/** Value of the cookie of a browser that is known. */
	browser: string | undefined;
	/** Of the network. */
	address: string;
}

/**
 * Exchanges the secret of a link for a visit, and gives the value of its cookie. A browser that is known
 * for this link is let in; any other gets a code by mail first. Wrong, unknown and ended answer alike (ML10).
 */
export async function openLink(app: App, opening: Opening): Promise<Result<string, LinkRefusal>> {
	const counted = await countAttempt(app, 'link', opening.address);
	if (!counted.ok) return counted;
	const secret = secretIn(opening.link);
	const { mailLinks } = repositories(app.database.reader);
	const link = secret ? await mailLinks.byToken(sha256(secret)) : null;
	if (!link) return fail('link-gone');
	const outcome = await transact(
		app,
		actorOfLink(link, opening.address),
		(work) => enter(app, work, link, opening.browser),
		'open-mail-link'
	);
	if (!outcome.ok) return refused(outcome.error);
	await giveBack(app, 'link', opening.address);
	return outcome.value.asked ? sendCode(app, link, outcome.value.asked) : ok(outcome.value.value);
}

/** Another code for a browser that waits for one; the earlier one ends. */
export async function askAnotherCode(
	app: App,
	value: string | undefined,
	address: string
): Promise<Result<string, LinkRefusal>> {
	const { mailLinks } = repositories(app.database.reader);
	const visit = value ? await mailLinks.visit(sha256(value)) : null;
	const link = visit?.codeHash ? await mailLinks.find(visit.linkId) : null;
	if (!visit || !link || visit.expiresAt <= app.clock.now()) return fail('link-gone');
	const outcome = await transact(
		app,
		actorOfLink(link, address),
		async (work) => {
			work.about(aboutLink(link));
			if ((await atLink(work.store, link, work.now)).is !== 'live') return fail('link-gone');
			const asked = await askCode(app, work, link);
			// Kept, as it counts for how many were asked.
			if (asked.ok) await work.store.mailLinks.changeVisit(visit.id, { expiresAt: work.now });
			return asked;
		},
		'open-mail-link'
	);
	return outcome.ok ? sendCode(app, link, outcome.value) : refused(outcome.error);
}

interface Entered {
	value: string;
	/** Null: let in. */
	asked: AskedCode | null;
}

async function enter(
	app: App,
	work: Work,
	link: MailLink,
	browser: string | undefined
): Promise<Result<Entered>> {
	work.about(aboutLink(link));
	const at = await atLink(work.store, link, work.now);
	if (at.is === 'gone') return fail('link-gone');
	// Who was let in before is told what became of it; to anyone else it is as if it had never been.
	if (browser && (await work.store.mailLinks.isKnown(work.hash(browser), link.id)))
		return ok({ value: await letIn(work, link.id), asked: null });
	if (at.is === 'ended') return fail('link-gone');
	const asked = await askCode(app, work, link);
	return asked.ok ? ok({ value: asked.value.value, asked: asked.value }) : asked;
}

/** A fresh visit that may see, under a secret that nobody had before. */
export async function letIn(work: Work, linkId: string): Promise<string> {
	const value = work.secret();
	await work.store.mailLinks.addVisit({
		id: work.hash(value),
		linkId,
		createdAt: work.now,
		expiresAt: new Date(work.now.getTime() + VISIT_SECONDS * 1000)
	});
	return value;
}

async function sendCode(
	app: App,
	link: MailLink,
	asked: AskedCode
): Promise<Result<string, LinkRefusal>> {
	// Per mailbox too: several links must not become a way to flood someone's mail.
	const counted = await countAttempt(app, 'mailbox', link.address);
	if (!counted.ok) return counted;
	const sent = await mailCode(app, link, asked);
	return sent.ok ? ok(asked.value) : sent;
}

function refused(code: string): Result<never, LinkRefusal> {
	return fail(code === 'too-many-codes' ? code : 'link-gone');
}
