import type { SignalView } from '#lib/protocol/views/signals.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import type { Result } from '#lib/domain/result.ts';
import { duties } from '#lib/server/views/duties/duties.ts';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';
import { stored } from '../support/test-app.ts';

export type Who = Parameters<AtDeWitBakker['viewOf']>[0];

export const TODAY = '2026-11-24';
export const HOUSING = {
	signallerName: '',
	signallerOrganisation: 'woningcorporatie',
	fact: 'Twee maanden huurachterstand, de deur blijft dicht.',
	givenOn: '2026-11-20'
};

/** The intake at De Wit–Bakker, with short ways to the signals there. */
export interface WithSignals extends AtDeWitBakker {
	personId(who: Who): string;
	/** Records one and gives its id. */
	record(who: Who, more?: object): Promise<string>;
	signalOf(viewer: Who, signalId: string): Promise<SignalView>;
	/** A step on a signal, with the revision that the actor sees. */
	step(who: Who, name: string, signalId: string, input?: object): Promise<Result<unknown>>;
	dutiesOf(who: Who, on?: string): Promise<Duty[]>;
}

export async function withSignals(): Promise<WithSignals> {
	const at = await atDeWitBakker();
	const personId = (who: Who) => at.world.people[who].id;
	const signalOf = async (viewer: Who, signalId: string) => {
		const { signals } = (await at.viewOf(viewer)).signals;
		const found = signals.find(({ id }) => id === signalId);
		if (!found) throw new Error(`${viewer} does not know the signal`);
		return found;
	};
	return {
		...at,
		personId,
		signalOf,
		async record(who, more = {}) {
			const outcome = await at.send(who, 'signal.record', { ...HOUSING, ...more });
			if (!outcome.ok) throw new Error(outcome.error);
			return (outcome.value as { signalId: string }).signalId;
		},
		async step(who, name, signalId, input = {}) {
			const { revision, feedback } = await signalOf(who, signalId);
			const expected = name.startsWith('feedback') ? feedback.revision : revision;
			return at.send(who, name, { signalId, expected, ...input });
		},
		async dutiesOf(who, on = TODAY) {
			const { value } = await duties(stored(at.app), at.world.actor(who), on);
			return value.filter(({ area }) => area === 'signals');
		}
	};
}
