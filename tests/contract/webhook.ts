import { EVENT_TYPES, type ActionData } from '#lib/protocol/api.ts';
import { transact } from '#lib/server/transact.ts';
import { setUpWebhook } from '#lib/server/usecases/connectors/set-up-webhook.ts';
import { type Answer, receiver } from '../delivery/receiver.ts';
import { Place } from './place.ts';
import { Bookkeeper, crashAfterSending, send, type Way } from './way.ts';

/** A receiver of webhooks that goes by the id of an event and the revision of an action. */
export async function webhookWay(): Promise<Way> {
	const inbox = await receiver();
	const place = await Place.open({ WEBHOOK_ALLOW: inbox.place });
	const made = await transact(
		place.app,
		place.world.actor('petra'),
		(work) =>
			setUpWebhook(work, {
				organisationId: place.world.organisation.ggd,
				url: inbox.url,
				allow: place.app.settings.webhookAllow
			}),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(made.error);
	const { connectorId } = made.value;
	const books = new Bookkeeper();
	const titles = new Map<string, string | null>();
	const refused = new Set<string>();
	let answer: Answer = 'ok';
	inbox.answer = ({ subject }) => (refused.has(subject) && answer === 'ok' ? 'refuse' : answer);
	/** Only what it acted on. */
	const read = () => {
		for (const { id, subject, type, data } of inbox.effects.values()) {
			const { revision, title } = data as ActionData;
			books.take(id, subject, { revision, isOff: type === EVENT_TYPES['action-withdrawn'] });
			if (books.held.get(subject)?.revision === revision) titles.set(subject, title);
		}
	};
	return {
		...{ kind: 'webhook', place, connectorId },
		carry: () => place.outbox.drain(),
		async truth() {
			read();
			return books.held;
		},
		async effects(actionId) {
			read();
			return books.effects(actionId);
		},
		async reads(actionId) {
			read();
			return books.held.get(actionId)?.isOff ? null : (titles.get(actionId) ?? null);
		},
		everything: async () => inbox.requests.map(({ body }) => body).join('\n'),
		comes: (message) => send(place, message),
		loseReplies(isLosing) {
			answer = isLosing ? 'drop' : 'ok';
		},
		async off() {
			answer = 'error';
		},
		async on() {
			answer = 'ok';
		},
		async refuse(actionId) {
			refused.add(actionId);
			return 'answered-refusal';
		},
		crash: () => crashAfterSending(place, connectorId)
	};
}
