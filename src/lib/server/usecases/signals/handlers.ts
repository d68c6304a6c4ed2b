import type { signalsCommands } from '#lib/protocol/commands/signals.ts';
import type { Handlers } from '../../commands.ts';
import { correctSignal, withdrawSignal } from './change.ts';
import { agreeFeedback, cannotGiveFeedback, giveFeedback, reopenFeedback } from './feedback.ts';
import { recordSignal } from './record.ts';

export const signalsHandlers: Handlers<keyof typeof signalsCommands> = {
	'signal.record': recordSignal,
	'signal.correct': correctSignal,
	'signal.withdraw': withdrawSignal,
	'feedback.agree': agreeFeedback,
	'feedback.give': giveFeedback,
	'feedback.cannot': cannotGiveFeedback,
	'feedback.reopen': reopenFeedback
};
