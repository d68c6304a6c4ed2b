import type { signalsCommands } from '#lib/protocol/commands/signals.ts';
import { atItem, type Lines } from './lines.ts';

const said = { fact: 'Twee maanden huurachterstand.', givenOn: '2026-11-20' };
const housing = { ...said, signallerOrganisation: 'woningcorporatie' };
/** Whoever is outside the item does not get as far as the signal. */
const onSignal = (more: object = {}) =>
	atItem(({ actionId }) => ({ signalId: actionId, expected: 1, ...more }));

export const signalsLines: Lines<keyof typeof signalsCommands> = {
	'signal.record': atItem(() => housing),
	'signal.correct': onSignal(housing),
	'signal.withdraw': onSignal({ reason: 'Over een ander gezin.' }),
	'feedback.agree': atItem(({ actionId }, { people }) => ({
		signalId: actionId,
		tellerId: people.roos.id,
		dueOn: '2026-12-01',
		topics: ['plan'],
		expected: 1
	})),
	'feedback.give': atItem(({ actionId }, { people }) => ({
		signalId: actionId,
		byId: people.roos.id,
		on: '2026-11-24',
		expected: 1
	})),
	'feedback.cannot': onSignal({ reason: 'Onbekend wie belde.' }),
	'feedback.reopen': onSignal()
};
