import type { OpenPoint } from '#lib/client/open-points.ts';
import { nobody } from '#lib/ui/coordination/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ItemView } from '#lib/protocol/views.ts';

/** One line of the board, with the name of who it is about where there is more than one. */
export function openPointText(point: OpenPoint, view: ItemView): string {
	switch (point.kind) {
		case 'veilig-thuis':
			return withChild(m.room_todo_veilig_thuis(), point.childId, view);
		case 'difference':
			return withChild(
				m.room_todo_difference({ question: point.questionId }),
				point.subjectId,
				view
			);
		case 'blind-spots':
			return withChild(m.room_todo_blind_spots({ count: point.count }), point.childId, view);
		case 'own-judgement':
			return withChild(m.room_todo_own_judgement(), point.childId, view);
		case 'joint-judgement':
			return withChild(m.room_todo_joint_judgement(), point.childId, view);
		case 'nobody':
			return nobody(point.role);
		case 'missing':
			return m.room_todo_missing({ count: point.count });
	}
}

/** The same question about two people is two lines: each says about whom. */
function withChild(text: string, subjectId: string | null, { head }: ItemView): string {
	const adult = head.caregivers.find((one) => one.id === subjectId);
	const child = head.children.find((one) => one.id === subjectId);
	const name = adult?.firstName ?? (head.children.length > 1 ? child?.firstName : undefined);
	return name ? `${text} (${name})` : text;
}
