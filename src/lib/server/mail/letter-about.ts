import type { App } from '../app.ts';
import { repositories, type Repositories } from '../store/repositories.ts';
import type { OutboxType } from '../store/schema/index.ts';
import { addressOf, linkFor } from './links.ts';
import type { Mail } from './mailer.ts';
import { personIn, type Recipient, recipientOf, teamOf } from './recipient.ts';
import { assigned, changed, type Letter, listReady, TO, withdrawn } from './texts.ts';

interface Place {
	connectorId: string;
	organisationId: string;
	/** `mailto:` of the mailbox of the team. */
	url: string;
}

interface News {
	id: string;
	/** The action, or the item of an action list. */
	subjectId: string;
	kind: OutboxType;
	at: Date;
}

/**
 * To whom a mail goes and what it says; null when the action went to another organisation since. Sending
 * again gives the same, with the same link.
 */
export async function letterAbout(
	app: App,
	place: Place,
	news: News
): Promise<Omit<Mail, 'id'> | null> {
	return app.database.write(async (queries) => {
		const store = repositories(queries);
		switch (news.kind) {
			case 'action-withdrawn':
				return aboutWithdrawal(store, place, news);
			case 'action-list-ratified': {
				const to = teamOf(place);
				const { connectorId, organisationId } = place;
				const subject = { connectorId, organisationId, subjectId: news.subjectId } as const;
				const link = await linkFor(app, store, { ...subject, kind: 'list' }, to);
				return sealed(to, listReady(addressOf(app, link)));
			}
			case 'action-assigned':
			case 'action-changed':
				return aboutAction(app, store, place, news);
		}
	});
}

async function aboutAction(app: App, store: Repositories, place: Place, news: News) {
	const action = await store.actions.find(news.subjectId);
	if (!action || action.ownerOrganisationId !== place.organisationId) return null;
	const to = await recipientOf(store, place, action);
	const { connectorId, organisationId } = place;
	const link = await linkFor(
		app,
		store,
		{ connectorId, organisationId, kind: 'action', subjectId: action.id },
		to
	);
	// Whoever has the link since this news hears of the action for the first time.
	const isNew = news.kind === 'action-assigned' || link.createdAt >= news.at;
	const letter = (isNew ? assigned : changed)(whom(to), addressOf(app, link));
	return { ...sealed(to, letter), ...(await belongsTo(store, place, news)) };
}

/** Told to who had it: the mailbox that its last link went to, if that is still theirs. */
async function aboutWithdrawal(store: Repositories, place: Place, news: News) {
	const last = await store.mailLinks.newest(place.connectorId, news.subjectId);
	const person = last?.personId ? await personIn(store, last.personId, place.organisationId) : null;
	const to = person ?? teamOf(place);
	return { ...sealed(to, withdrawn(whom(to))), ...(await belongsTo(store, place, news)) };
}

/** The first mail about the action: without content in them, that is how one sees what this is about. */
async function belongsTo(store: Repositories, { organisationId }: Place, news: News) {
	const [first] = await store.delivery.toldAbout(news.subjectId, organisationId);
	return first && first.row.id !== news.id ? { replyTo: first.row.id } : {};
}

const whom = (to: Recipient) => (to.personId ? TO.person : TO.team);
const sealed = (to: Recipient, letter: Letter) => ({ to: to.address, ...letter });
