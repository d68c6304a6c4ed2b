import { fail, ok, type Result } from '#lib/domain/result.ts';
import { sendWaiting } from '../../outbox/ways.ts';
import type { Work } from '../../work.ts';

/**
 * Finishes what each way of setting up begins: the same address twice is refused (it would be told
 * everything twice), and what stood ready for the organisation in the app only is sent by the new
 * connection. A refusal takes the new connection back: all is one transaction.
 */
export async function setUp<T extends { connectorId: string }>(
	work: Work,
	making: Promise<Result<T>>
): Promise<Result<T & { waiting: number }>> {
	const made = await making;
	if (!made.ok) return made;
	const { delivery } = work.store;
	const connector = await delivery.connector(made.value.connectorId);
	if (!connector) return fail('not-found');
	const same = (await delivery.connectorsOf(connector.organisationId)).some(
		(one) =>
			one.id !== connector.id &&
			one.kind === connector.kind &&
			one.url.toLowerCase() === connector.url.toLowerCase()
	);
	if (same) return fail('connector-exists');
	const waiting = await sendWaiting(work, connector.id);
	// Touching is what wakes the outbox.
	work.touch(`person:${work.actor.personId}`);
	return ok({ ...made.value, waiting });
}
