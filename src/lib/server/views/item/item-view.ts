import type { ItemView } from '#lib/protocol/views.ts';
import { actionsPart } from './actions.ts';
import { assessmentPart } from './assessment.ts';
import type { ItemContext } from './context.ts';
import { coordinationPart } from './coordination.ts';
import { decisionsPart } from './decisions.ts';
import { headPart } from './head.ts';
import { judgementsPart } from './judgements.ts';
import { ledgerPart } from './ledger.ts';
import { lastTimePart } from './last-time.ts';
import { meldcodePart } from './meldcode.ts';
import { signalsPart } from './signals.ts';
import { familyPart } from './family.ts';
import { groundsPart } from './grounds.ts';
import { meldcodeStepsPart } from './meldcode-steps.ts';
import { referralsPart } from './referrals.ts';
import { closingPart } from './closing.ts';
import { movingPart } from './moving.ts';
import { peoplePart } from './people.ts';

/** All parts of a case item for one viewer; each part decides for itself what this viewer may see. */
export async function itemView(context: ItemContext): Promise<ItemView> {
	return {
		head: await headPart(context),
		lastTime: await lastTimePart(context),
		people: await peoplePart(context),
		assessment: await assessmentPart(context),
		judgements: await judgementsPart(context),
		meldcode: await meldcodePart(context),
		coordination: await coordinationPart(context),
		signals: await signalsPart(context),
		family: await familyPart(context),
		grounds: await groundsPart(context),
		meldcodeSteps: await meldcodeStepsPart(context),
		referrals: await referralsPart(context),
		closing: await closingPart(context),
		moving: await movingPart(context),
		actions: await actionsPart(context),
		decisions: await decisionsPart(context),
		ledger: await ledgerPart(context)
	};
}
