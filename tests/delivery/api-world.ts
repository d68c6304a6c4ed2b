import { setUpApi } from '#lib/server/usecases/connectors/set-up-api.ts';
import type { OrganisationKey } from '#lib/server/demo/people.ts';
import { transact } from '#lib/server/transact.ts';
import { partner } from './api-fetch.ts';
import { deliveryWorld, type DeliveryWorld } from './world.ts';

/** Lets an organisation's system fetch its actions itself. */
export async function setUpClient({ app, world }: DeliveryWorld, organisation: OrganisationKey) {
	const made = await transact(
		app,
		world.actor('petra'),
		(work) => setUpApi(work, { organisationId: world.organisation[organisation] }),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(made.error);
	return made.value;
}

/** The GGD fetches by itself, besides its webhook; the welfare organisation fetches only. */
export async function apiWorld() {
	const at = await deliveryWorld();
	const client = await setUpClient(at, 'ggd');
	const elsewhere = await setUpClient(at, 'welzijn');
	return {
		...at,
		client,
		api: partner(at.app, client),
		other: partner(at.app, elsewhere),
		/** How the deliveries of the client stand, oldest first. */
		standing: async () =>
			(await at.ledger())
				.filter(({ delivery }) => delivery.connectorId === client.connectorId)
				.map(({ delivery }) => delivery.status)
	};
}
