import { type Result, fail, ok } from '#lib/domain/result.ts';
import { timingSafeEqual } from 'node:crypto';
import type { App } from '../app.ts';
import { countAttempt, giveBack, type TooMany } from '../auth/rate-limit.ts';
import type { LinkVisit, MailLink } from '../store/mail-links.ts';
import { repositories } from '../store/repositories.ts';
import { sha256, transact } from '../transact.ts';
import { atLink } from '../usecases/mail-link/at-link.ts';
import type { Work } from '../work.ts';
import { CODE_ATTEMPTS, codeHash } from './codes.ts';
import { aboutLink, actorOfLink } from './link-actor.ts';
import { letIn } from './open-link.ts';

export interface GivenCode {
	/** Values of the cookies. */
	visit: string | undefined;
	browser: string | undefined;
	code: string;
	/** This browser asks for no code again for this link. */
	remember: boolean;
	/** Of the network. */
	address: string;
}

export interface LetIn {
	visit: string;
	/** Null: not to be known. */
	browser: string | null;
}

export type CodeRefusal = 'link-gone' | 'code-refused' | 'code-ended' | TooMany;

/** The code from the mail lets this browser in for half an hour, under a new cookie (ML8). */
export async function giveLinkCode(
	app: App,
	given: GivenCode
): Promise<Result<LetIn, CodeRefusal>> {
	const counted = await countAttempt(app, 'link', given.address);
	if (!counted.ok) return counted;
	const { mailLinks } = repositories(app.database.reader);
	const visit = given.visit ? await mailLinks.visit(sha256(given.visit)) : null;
	const link = visit && (await mailLinks.find(visit.linkId));
	if (!link) return fail('link-gone');
	const outcome = await transact(
		app,
		actorOfLink(link, given.address),
		async (work): Promise<Result<Result<LetIn, CodeRefusal>>> => {
			work.about(aboutLink(link));
			return ok(await judge(app, work, { link, visitId: visit.id, given }));
		},
		'mail-link-code'
	);
	if (!outcome.ok) return fail('link-gone');
	if (outcome.value.ok) await giveBack(app, 'link', given.address);
	return outcome.value;
}

/** A wrong one is counted and kept, so it is an outcome and no refusal of the transaction. */
async function judge(
	app: App,
	work: Work,
	{ link, visitId, given }: { link: MailLink; visitId: string; given: GivenCode }
): Promise<Result<LetIn, CodeRefusal>> {
	const { mailLinks } = work.store;
	const visit = await mailLinks.visit(visitId);
	const isLive = (await atLink(work.store, link, work.now)).is === 'live';
	if (!isLive || !visit?.codeHash || visit.expiresAt <= work.now) return fail('link-gone');
	if (!isOpen(visit, work.now)) return fail('code-ended');
	if (!fits(app, visit, given.code)) {
		const attempts = visit.attempts + 1;
		await mailLinks.changeVisit(visitId, { attempts });
		await logCode(work, link, 'refused');
		return fail(attempts < CODE_ATTEMPTS ? 'code-refused' : 'code-ended');
	}
	// Used up; and who knew the cookie from before the code gets nothing by it.
	await mailLinks.removeVisit(visitId);
	await logCode(work, link, 'allowed');
	return ok({
		visit: await letIn(work, link.id),
		browser: given.remember ? await know(work, link, given.browser) : null
	});
}

/** Whether a code can still be given. */
export function isOpen(visit: LinkVisit, now: Date): boolean {
	return visit.attempts < CODE_ATTEMPTS && visit.codeUntil !== null && visit.codeUntil > now;
}

function fits(app: App, visit: LinkVisit, code: string): boolean {
	const given = codeHash(app, visit.id, code.replaceAll(/\s/g, ''));
	return timingSafeEqual(Buffer.from(given), Buffer.from(visit.codeHash ?? ''));
}

async function know(work: Work, link: MailLink, earlier: string | undefined): Promise<string> {
	const value = earlier && /^[\w-]{32}$/.test(earlier) ? earlier : work.secret();
	await work.store.mailLinks.knowBrowser({
		browserHash: work.hash(value),
		linkId: link.id,
		createdAt: work.now
	});
	return value;
}

async function logCode(work: Work, link: MailLink, outcome: 'allowed' | 'refused') {
	await work.log({ event: 'mail-link-code', ...aboutLink(link), ground: 'mail-link', outcome });
}
