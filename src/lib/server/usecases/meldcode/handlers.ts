import type { meldcodeStepsCommands } from '#lib/protocol/commands/meldcode.ts';
import type { Handlers } from '../../commands.ts';
import { recordAdvice } from './advice.ts';
import { inviteExpertise } from './invite-expertise.ts';
import { consult, decideOwn, mapSignals, showSteps, weigh } from './own-steps.ts';
import { choosePressure, notNow, stepDown } from './pressure.ts';
import { setQuestions } from './set-questions.ts';
import { markStraight, takeBackStraight } from './straight.ts';
import { leaveTalk, planTalk, recordTalk } from './talks.ts';

export const meldcodeStepsHandlers: Handlers<keyof typeof meldcodeStepsCommands> = {
	'steps.map-signals': mapSignals,
	'steps.consult': consult,
	'steps.weigh': weigh,
	'steps.decide': decideOwn,
	'steps.show': showSteps,
	'advice.record': recordAdvice,
	'expertise.invite': inviteExpertise,
	'straight.mark': markStraight,
	'straight.take-back': takeBackStraight,
	'talk.plan': planTalk,
	'talk.record': recordTalk,
	'talk.leave': leaveTalk,
	'pressure.choose': choosePressure,
	'pressure.not-now': notNow,
	'pressure.step-down': stepDown,
	'weighing.set-questions': setQuestions
};
