import type { JoiningFigures, TypingFigures } from './figures.ts';
import type { ServerName, WorkloadName } from './plan.ts';

/** One measurement: a server, a workload, a round. */
export interface Measured {
	round: number;
	workload: WorkloadName;
	server: ServerName;
	figures: TypingFigures | JoiningFigures;
	/** One-minute load of the machine just before. */
	load: number;
}

/** Everything of one run of the command. */
export class Results {
	readonly all: readonly Measured[];

	constructor(all: readonly Measured[]) {
		this.all = all;
	}

	typing(workload: WorkloadName, server: ServerName): Map<number, TypingFigures> {
		return this.#of(workload, server) as Map<number, TypingFigures>;
	}

	joining(workload: WorkloadName, server: ServerName): Map<number, JoiningFigures> {
		return this.#of(workload, server) as Map<number, JoiningFigures>;
	}

	/** Pairs of one round: both servers within minutes of each other. */
	paired<F, T>(ours: Map<number, F>, theirs: Map<number, F>, compare: (a: F, b: F) => T): T[] {
		return [...ours].flatMap(([round, mine]) => {
			const other = theirs.get(round);
			return other ? [compare(mine, other)] : [];
		});
	}

	#of(workload: WorkloadName, server: ServerName) {
		return new Map(
			this.all
				.filter((one) => one.workload === workload && one.server === server)
				.map(({ round, figures }) => [round, figures])
		);
	}
}
