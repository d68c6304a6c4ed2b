import type { ItemView } from '#lib/protocol/views.ts';
import type { BoardPoint } from '../board.ts';

export function signalsPoints(view: ItemView): BoardPoint[] {
	void view;
	return [];
}
