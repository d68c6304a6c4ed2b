import type { groundsCommands } from '#lib/protocol/commands/grounds.ts';
import type { Handlers } from '../../commands.ts';
import { answerQuestion, askAnonymously, withdrawQuestion } from './anonymous-question.ts';
import { recordConsent, recordCustody } from './consent.ts';
import { justifySharing } from './justify-sharing.ts';
import { recordGround } from './record-ground.ts';
import { stopOnConsent, withdrawGround } from './withdraw-ground.ts';

export const groundsHandlers: Handlers<keyof typeof groundsCommands> = {
	'ground.record': recordGround,
	'ground.withdraw': withdrawGround,
	'ground.stop-on-consent': stopOnConsent,
	'consent.record': recordConsent,
	'custody.record': recordCustody,
	'sharing.justify': justifySharing,
	'anonymous.ask': askAnonymously,
	'anonymous.answer': answerQuestion,
	'anonymous.withdraw': withdrawQuestion
};
