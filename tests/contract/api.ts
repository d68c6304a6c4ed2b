import { type ActionData, type CloudEvent, EVENT_TYPES } from '#lib/protocol/api.ts';
import { messageOf } from '#lib/server/connectors/connector.ts';
import { cloudEvent } from '#lib/server/connectors/webhook/map.ts';
import { transact } from '#lib/server/transact.ts';
import { setUpApi } from '#lib/server/usecases/connectors/set-up-api.ts';
import { partner } from '../delivery/api-fetch.ts';
import { Place } from './place.ts';
import { Bookkeeper, type Way } from './way.ts';

/** A system that catches up by itself, as docs/partner-api.md asks: first stores what came, then where it is. */
export async function apiWay(): Promise<Way> {
	const place = await Place.open({});
	const made = await transact(
		place.app,
		place.world.actor('petra'),
		(work) => setUpApi(work, { organisationId: place.world.organisation.ggd }),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(made.error);
	const client = made.value;
	const books = new Bookkeeper();
	const titles = new Map<string, string | null>();
	const refused = new Set<string>();
	let call = partner(place.app, client);
	let since = '';
	let isLosing = false;
	let isOff = false;
	let heard = '';

	const take = ({ id, subject, type, data }: CloudEvent) => {
		const { revision, title } = data as ActionData;
		books.take(id, subject, { revision, isOff: type === EVENT_TYPES['action-withdrawn'] });
		if (books.held.get(subject)?.revision === revision) titles.set(subject, title);
	};
	const ask = async (from: string) => {
		const path = `/api/v1/gebeurtenissen?aantal=2${from && `&since=${from}`}`;
		let answered = await call(path);
		if (answered.status === 401) {
			// A token lasts an hour.
			call = partner(place.app, client);
			answered = await call(path);
		}
		heard += JSON.stringify(answered.body);
		return answered;
	};
	const catchUp = async () => {
		for (;;) {
			const { status, body } = await ask(since);
			if (isLosing) return;
			if (status === 400) {
				since = '';
				continue;
			}
			const { gebeurtenissen, next } = body as { gebeurtenissen: CloudEvent[]; next: string };
			for (const event of gebeurtenissen) take(event);
			// It stumbles over this one once, and has lost where it was.
			const stumbled = gebeurtenissen.find(({ subject }) => refused.delete(subject));
			if (gebeurtenissen.length === 0 && since === (next ?? '')) return;
			since = stumbled ? 'x'.repeat(22) : (next ?? '');
		}
	};
	return {
		...{ kind: 'api', place, connectorId: client.connectorId },
		async carry() {
			await place.outbox.drain();
			if (!isOff) await catchUp();
		},
		truth: async () => books.held,
		effects: async (actionId) => books.effects(actionId),
		reads: async (actionId) =>
			books.held.get(actionId)?.isOff ? null : (titles.get(actionId) ?? null),
		everything: async () => heard,
		/** An answer to an earlier question that was long on its way; and it asks all anew. */
		async comes({ row }) {
			take(cloudEvent(messageOf(row), place.app.settings.publicUrl));
			const { body } = await ask('');
			for (const event of (body as { gebeurtenissen: CloudEvent[] }).gebeurtenissen) take(event);
		},
		loseReplies(losing) {
			isLosing = losing;
		},
		async off() {
			isOff = true;
		},
		async on() {
			isOff = false;
		},
		async refuse(actionId) {
			refused.add(actionId);
			return null;
		},
		/** It asked, and both ends stopped before it had stored the answer. */
		async crash() {
			await ask(since);
			await place.restart();
			call = partner(place.app, client);
		}
	};
}
