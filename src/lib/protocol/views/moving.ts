import type { MeetingFormat } from '#lib/domain/format.ts';
import type { HandoverPoint } from '#lib/domain/handover.ts';
import type { ExtractLine, MoveStatus, OfferedLine, WatchPlace } from '#lib/domain/moving.ts';

export interface HandoverView {
	given: HandoverPoint[];
	taken: HandoverPoint[];
	/** The side whose points the viewer may confirm, if any. */
	mine: 'given' | 'taken' | null;
}

/** Who moved it, to speak with. */
export interface MoverView {
	name: string;
	function: string;
	organisation: string;
	email: string;
	phone: string;
}

/** At the old table: a move and how it stands. Of the new case its code, once it is received. */
export interface SentView {
	id: string;
	tableName: string;
	on: string;
	byName: string;
	reason: string;
	lines: ExtractLine[];
	status: MoveStatus;
	answeredOn: string | null;
	returnReason: string | null;
	newCode: string | null;
	watch: WatchPlace;
	handover: HandoverView;
	mayTakeBack: boolean;
}

/** At the new table: where the case came from, and the extract. Nothing that leads back. */
export interface OriginView {
	moveId: string;
	tableName: string;
	on: string;
	by: MoverView;
	reason: string;
	lines: ExtractLine[];
	watch: WatchPlace;
	handover: HandoverView;
}

export interface MovingPart {
	origin: OriginView | null;
	/** Oldest first. */
	sent: SentView[];
	/** The viewer may move the case now. */
	mayMove: boolean;
}

/** What the form of a move starts from; asked for when it is opened. */
export interface MoveOffer {
	/** Other tables of the municipality: no more than their names (MV2). */
	tables: { id: string; name: string; format: MeetingFormat }[];
	lines: (OfferedLine & { hash: string; chosen: boolean; always: boolean })[];
}

/** At a table that the viewer runs: a case that another table hands over, and that waits for an answer. */
export interface ArrivedView {
	id: string;
	tableId: string;
	tableName: string;
	fromTableName: string;
	on: string;
	by: MoverView;
	reason: string;
	lines: ExtractLine[];
}
