import type { OpenPoint } from '#lib/client/open-points.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ItemView } from '#lib/protocol/views.ts';

/** One line of the board, with the child's name where there is more than one. */
export function openPointText(point: OpenPoint, view: ItemView): string {
	switch (point.kind) {
		case 'veilig-thuis':
			return withChild(m.room_todo_veilig_thuis(), point.childId, view);
		case 'difference':
			return m.room_todo_difference({ question: point.questionId });
		case 'blind-spots':
			return withChild(m.room_todo_blind_spots({ count: point.count }), point.childId, view);
		case 'own-judgement':
			return withChild(m.room_todo_own_judgement(), point.childId, view);
		case 'joint-judgement':
			return withChild(m.room_todo_joint_judgement(), point.childId, view);
		case 'missing':
			return m.room_todo_missing({ count: point.count });
	}
}

function withChild(text: string, childId: string | null, view: ItemView): string {
	const child = view.head.children.find((one) => one.id === childId);
	return child && view.head.children.length > 1 ? `${text} (${child.firstName})` : text;
}
