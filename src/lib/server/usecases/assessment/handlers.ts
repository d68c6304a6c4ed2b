import type { assessmentCommands } from '#lib/protocol/commands/assessment.ts';
import type { Handlers } from '../../commands.ts';
import { decideAnswer } from './decide-answer.ts';
import { giveAnswer } from './give-answer.ts';
import { answerRestNotChecked } from './rest-not-checked.ts';

export const assessmentHandlers: Handlers<keyof typeof assessmentCommands> = {
	'answer.give': giveAnswer,
	'answer.rest-not-checked': answerRestNotChecked,
	'answer.decide': decideAnswer
};
