import type { ActionData } from '#lib/protocol/api.ts';
import { Outbox, type OutboxParts } from '#lib/server/outbox/outbox.ts';
import type { OrganisationKey, PersonKey } from '#lib/server/demo/people.ts';
import { transact } from '#lib/server/transact.ts';
import {
	setUpWebhook,
	type WebhookSecrets
} from '#lib/server/usecases/connectors/set-up-webhook.ts';
import { noorderveld, type Noorderveld } from '../support/people.ts';
import { done, stored, testApp, type TestApp, TestClock } from '../support/test-app.ts';
import { receiver, type Receiver } from './receiver.ts';

export interface DeliveryWorld {
	app: TestApp;
	world: Noorderveld;
	/** The inbox of GGD Noorderveld. */
	inbox: Receiver;
	secrets: WebhookSecrets;
	outbox: Outbox;
	/** An action at the De Regenboog item for the GGD. */
	propose(title: string, more?: Record<string, unknown>): Promise<string>;
	/** The deliveries at that item, oldest first. */
	ledger(): ReturnType<ReturnType<typeof stored>['delivery']['ledger']>;
	connect(organisation: OrganisationKey, url: string): Promise<DeliveryWorld['secrets']>;
}

/** The school's case meeting in progress, with a real receiver at the GGD. */
export async function deliveryWorld(
	parts: OutboxParts = {},
	env: Record<string, string> = {}
): Promise<DeliveryWorld> {
	const inbox = await receiver();
	// Signatures carry the time, so the clock starts at the real one.
	const clock = new TestClock(new Date());
	const app = testApp({
		clock,
		env: { WEBHOOK_ALLOW: inbox.place, PUBLIC_URL: 'https://casustafel.example', ...env }
	});
	const world = await noorderveld(app);
	await world.goLive('noor');
	const connect: DeliveryWorld['connect'] = async (organisation, url) => {
		const made = await transact(
			app,
			world.actor('petra'),
			(work) =>
				setUpWebhook(work, {
					organisationId: world.organisation[organisation],
					url,
					allow: app.settings.webhookAllow
				}),
			'set-up-connector'
		);
		if (!made.ok) throw new Error(made.error);
		return made.value;
	};
	const secrets = await connect('ggd', inbox.url);
	const outbox = new Outbox(() => app, { random: () => 0.5, ...parts });
	return {
		app,
		world,
		inbox,
		secrets,
		outbox,
		connect,
		async propose(title, more = {}) {
			const { actionId } = await done<{ actionId: string }>(
				app,
				world.actor('marjan'),
				'action.propose',
				{
					itemId: world.item.noor,
					title,
					ownerOrganisationId: world.organisation.ggd,
					due: dayAfter(clock, 14),
					...more
				}
			);
			return actionId;
		},
		ledger: () => stored(app).delivery.ledger([world.item.noor])
	};
}

export async function changeTitle(
	{ app, world }: DeliveryWorld,
	actionId: string,
	title: string,
	by: PersonKey = 'marjan',
	more: Record<string, unknown> = {}
): Promise<void> {
	const action = await stored(app).actions.find(actionId);
	if (!action) throw new Error('no such action');
	await done(app, world.actor(by), 'action.change', {
		actionId,
		title,
		ownerOrganisationId: action.ownerOrganisationId,
		due: action.due,
		tellTo: action.tellTo,
		expected: action.revision,
		...more
	});
}

export const titleOf = (event: { data: object }) => (event.data as ActionData).title;

export function dayAfter(clock: TestClock, days: number): string {
	return new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
