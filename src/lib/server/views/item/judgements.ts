import { visibleJudgements } from '#lib/domain/judgement.ts';
import type { ChildJudgements, JudgementView } from '#lib/protocol/views.ts';
import type { Judgement } from '../../store/judgements.ts';
import type { ItemContext } from './context.ts';

/**
 * The judgements about each child as this viewer may see them. Before the reveal that is the own one
 * and who has given one: nothing of what another wrote, not its length, not its time, goes out.
 */
export async function judgementsPart({
	store,
	item,
	family,
	viewer
}: ItemContext): Promise<ChildJudgements[]> {
	const all = await store.judgements.ofItem(item.id);
	const reveals = await store.judgements.reveals(item.id);
	const joint = await store.judgements.joint(item.id);
	const dissents = await store.judgements.dissents(item.id);
	return family.children.map(({ id: childId }) => {
		const reveal = reveals.find((each) => each.childId === childId) ?? null;
		const visible = visibleJudgements(
			all.filter((each) => each.childId === childId),
			viewer.person.id,
			reveal !== null
		);
		const together = joint.find((each) => each.childId === childId);
		return {
			childId,
			revealedAt: reveal?.revealedAt.toISOString() ?? null,
			revealedBy: reveal?.revealedBy ?? null,
			submittedBy: visible.submittedBy,
			own: visible.own && judgementView(visible.own),
			others: visible.others.map(judgementView),
			joint: together
				? {
						safety: together.safety,
						grade: together.grade,
						risk: together.risk,
						motivation: together.motivation,
						recordedBy: together.recordedBy,
						revision: together.revision,
						at: together.createdAt.toISOString()
					}
				: null,
			dissents: dissents
				.filter((each) => each.childId === childId)
				.map(({ personId, reason, createdAt }) => ({
					personId,
					reason,
					at: createdAt.toISOString()
				}))
		};
	});
}

function judgementView(row: Judgement): JudgementView {
	return {
		personId: row.personId,
		organisationId: row.organisationId,
		safety: row.safety,
		grade: row.grade,
		risk: row.risk,
		safetyReason: row.safetyReason,
		riskReason: row.riskReason,
		revision: row.revision,
		at: row.submittedAt.toISOString()
	};
}
