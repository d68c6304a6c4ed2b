import { expect, test } from 'vitest';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { duties } from '#lib/server/views/duties/duties.ts';
import { deliveryWorld, type DeliveryWorld } from '../delivery/world.ts';
import { stored } from '../support/test-app.ts';

/** What "Vandaag" says to somebody about what does not arrive. */
async function notArrived(at: DeliveryWorld, person: 'marjan' | 'tirza' | 'hilde') {
	const today = dayInTheNetherlands(at.app.clock.now());
	const found = await duties(stored(at.app), at.world.actor(person), today);
	return found.value.filter(({ kind }) => kind === 'not-arrived');
}

test('KO45 what does not arrive is a duty of who runs the table, once for each organisation, until it has', async () => {
	const at = await deliveryWorld();
	const { connectorId } = at.secrets;
	await at.world.do('petra', 'connector.pause', { connectorId });
	await at.propose('Bellen met school');
	await at.propose('Bellen met de huisarts');
	expect(await notArrived(at, 'marjan')).toMatchObject([
		{
			group: 'wait',
			detail: { organisation: 'GGD Noorderveld' },
			href: `/overleg/${at.world.meeting.oneTwoThree}/terugmelding`
		}
	]);
	// The owner can do nothing about it, and the chair of another table knows nothing of it.
	for (const person of ['tirza', 'hilde'] as const)
		expect(await notArrived(at, person)).toEqual([]);

	await at.world.do('petra', 'connector.resume', { connectorId });
	expect(await notArrived(at, 'marjan')).toEqual([]);
});

test('KO45 handed over on paper it is no duty any more', async () => {
	const at = await deliveryWorld();
	await at.world.do('petra', 'connector.pause', { connectorId: at.secrets.connectorId });
	await at.propose('Bellen met school');
	const [{ delivery } = {}] = await at.ledger();
	expect(await notArrived(at, 'marjan')).toHaveLength(1);
	await at.world.do('marjan', 'delivery.hand-over', { deliveryId: delivery?.id });
	expect(await notArrived(at, 'marjan')).toEqual([]);
});
