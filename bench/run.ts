import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { measure } from './measure.ts';
import {
	FULL,
	JOINING_SERVERS,
	QUICK,
	SERVER_NAMES,
	type ServerName,
	WORKLOAD_NAMES,
	type WorkloadName,
	WORKLOADS
} from './plan.ts';
import { plot } from './plot.ts';
import { report } from './report.ts';
import { type Measured, Results } from './results.ts';

const USAGE = `npm run bench [-- options]
  --quick               one short round, printed; RESULTS.md stays as it is
  --rounds <number>     --seconds <number>   other than the full form's
  --servers <a,b>       of: ${SERVER_NAMES.join(', ')}
  --workloads <a,b>     of: ${WORKLOAD_NAMES.join(', ')}
  --json <file>         every measurement, for looking closer
  --profile <folder>    what each server's processor did (slows it down)`;

const { values: asked } = parseArgs({
	options: {
		quick: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
		rounds: { type: 'string' },
		seconds: { type: 'string' },
		servers: { type: 'string' },
		workloads: { type: 'string' },
		json: { type: 'string' },
		profile: { type: 'string' }
	}
});

function chosen<Name extends string>(list: string | undefined, names: readonly Name[]): Name[] {
	const parts = list?.split(',') ?? names;
	const unknown = parts.filter((part) => !names.some((name) => name === part));
	if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}\n${USAGE}`);
	return names.filter((name) => parts.includes(name));
}

async function run(): Promise<void> {
	if (asked.help) return console.log(USAGE);
	const pace = { ...(asked.quick ? QUICK : FULL) };
	if (asked.rounds) pace.rounds = Number(asked.rounds);
	if (asked.seconds) pace.measured = Number(asked.seconds);
	const servers = chosen<ServerName>(asked.servers, SERVER_NAMES);
	const workloads = chosen<WorkloadName>(asked.workloads, WORKLOAD_NAMES);
	const all: Measured[] = [];
	for (let round = 0; round < pace.rounds; round++)
		for (const workload of workloads) {
			const plan = WORKLOADS[workload];
			// Another one first in each round: whoever comes after a heavy one pays for it.
			const turns = [
				...servers.slice(round % servers.length),
				...servers.slice(0, round % servers.length)
			];
			for (const server of turns) {
				if (plan.kind === 'joining' && !JOINING_SERVERS.includes(server)) continue;
				const load = loadavg()[0] ?? NaN;
				const figures = await measure(server, plan, pace, asked.profile);
				all.push({ round, workload, server, figures, load });
				console.log(
					`${round + 1}/${pace.rounds}`,
					workload.padEnd(14),
					server.padEnd(14),
					rounded(figures)
				);
				if (asked.json) writeFileSync(asked.json, JSON.stringify(all));
			}
		}
	const results = new Results(all);
	const text = report(results, pace);
	const isWhole =
		!asked.quick &&
		servers.length === SERVER_NAMES.length &&
		workloads.length === WORKLOAD_NAMES.length;
	if (!isWhole) return console.log(text);
	const file = join(import.meta.dirname, 'RESULTS.md');
	const style = await resolveConfig(file);
	writeFileSync(file, await format(text, { ...style, filepath: file }));
	writeFileSync(join(import.meta.dirname, 'results.svg'), plot(results));
}

function rounded(figures: object): string {
	return JSON.stringify(figures, (_, value) =>
		typeof value === 'number' ? Math.round(value * 100) / 100 : value
	);
}

await run();
