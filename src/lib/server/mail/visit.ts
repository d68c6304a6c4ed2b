import { type Result, fail, ok } from '#lib/domain/result.ts';
import { linkAnswer, type LinkAnswerKind } from '#lib/protocol/mail-link.ts';
import type { LinkedAction, LinkedList } from '#lib/protocol/mail-link.ts';
import type { App } from '../app.ts';
import type { LinkVisit, MailLink } from '../store/mail-links.ts';
import { repositories } from '../store/repositories.ts';
import type { LinkEnd } from '../store/schema/index.ts';
import { sha256, transact } from '../transact.ts';
import { answerByLink } from '../usecases/mail-link/answer.ts';
import { atLink } from '../usecases/mail-link/at-link.ts';
import { readLinkedAction, readLinkedList } from '../usecases/mail-link/read-linked.ts';
import type { Work } from '../work.ts';
import { isOpen } from './give-code.ts';
import { aboutLink, actorOfLink } from './link-actor.ts';

/** What the page shows to one browser. */
export type LinkPage =
	/** No visit, or one that is over: the link is to be opened. */
	| { step: 'start' }
	| { step: 'code'; isOpen: boolean }
	| { step: 'action'; action: LinkedAction }
	| { step: 'list'; list: LinkedList }
	| { step: 'ended'; because: LinkEnd };

/** Reads for the page, by the value of the cookie; on the access log before it is answered. */
export async function visitPage(
	app: App,
	value: string | undefined,
	address: string
): Promise<LinkPage> {
	const found = await visitOf(app, value);
	if (!found) return { step: 'start' };
	const { visit, link } = found;
	if (visit.codeHash) return { step: 'code', isOpen: isOpen(visit, app.clock.now()) };
	const read = await transact(
		app,
		actorOfLink(link, address),
		(work) => page(work, link),
		'read-action'
	);
	return read.ok ? read.value : { step: 'start' };
}

async function page(work: Work, link: MailLink): Promise<Result<LinkPage>> {
	work.about(aboutLink(link));
	const at = await atLink(work.store, link, work.now);
	if (at.is === 'gone') return fail('not-found');
	if (at.is === 'ended') return ok({ step: 'ended', because: at.because });
	if (at.action)
		return ok({ step: 'action', action: await readLinkedAction(work, link, at.action) });
	const list = await readLinkedList(work, link);
	return list.ok ? ok({ step: 'list', list: list.value }) : list;
}

export interface AnsweredForm {
	kind: LinkAnswerKind;
	/** As they came from the form. */
	fields: Record<string, unknown>;
	/** Of the network. */
	address: string;
}

/** One of the forms of the page. */
export async function answerVisit(
	app: App,
	value: string | undefined,
	{ kind, fields, address }: AnsweredForm
): Promise<Result> {
	const found = await visitOf(app, value);
	if (!found || found.visit.codeHash) return fail('link-gone');
	const { link } = found;
	const read = linkAnswer(kind, fields);
	if (!read.ok) return fail('invalid-input', { field: read.field });
	return transact(
		app,
		actorOfLink(link, address),
		(work) => answerByLink(work, { link, answer: read.answer }),
		`action-${kind}`
	);
}

/** This computer is someone else's next: nothing of the link opens here any more. */
export async function leaveVisit(
	app: App,
	value: string | undefined,
	browser: string | undefined
): Promise<void> {
	const found = await visitOf(app, value);
	if (!found) return;
	await app.database.write(async (queries) => {
		const { mailLinks } = repositories(queries);
		if (browser) await mailLinks.forgetBrowser(sha256(browser), found.link.id);
		// One that waits for its code stays, as it counts for how many were asked.
		if (found.visit.codeHash)
			await mailLinks.changeVisit(found.visit.id, { expiresAt: app.clock.now() });
		else await mailLinks.removeVisit(found.visit.id);
	});
}

async function visitOf(
	app: App,
	value: string | undefined
): Promise<{ visit: LinkVisit; link: MailLink } | null> {
	const { mailLinks } = repositories(app.database.reader);
	const visit = value ? await mailLinks.visit(sha256(value)) : null;
	if (!visit || visit.expiresAt <= app.clock.now()) return null;
	const link = await mailLinks.find(visit.linkId);
	return link && { visit, link };
}
