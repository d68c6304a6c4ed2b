import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measure } from './measure.ts';
import { FULL, JOINING_SERVERS, QUICK, SERVER_NAMES, type ServerName, WORKLOAD_NAMES, WORKLOADS, type WorkloadName } from './plan.ts';

const { values } = parseArgs({
	options: {
		quick: { type: 'boolean', default: false },
		servers: { type: 'string' },
		workloads: { type: 'string' },
		rounds: { type: 'string' },
		seconds: { type: 'string' },
		json: { type: 'string' }
	}
});
const pace = { ...(values.quick ? QUICK : FULL) };
if (values.rounds) pace.rounds = Number(values.rounds);
if (values.seconds) pace.measured = Number(values.seconds);
const servers = (values.servers?.split(',') ?? SERVER_NAMES) as ServerName[];
const workloads = (values.workloads?.split(',') ?? WORKLOAD_NAMES) as WorkloadName[];
const all = [];
for (let round = 0; round < pace.rounds; round++)
	for (const name of workloads)
		for (const server of servers) {
			const workload = WORKLOADS[name];
			if (workload.kind === 'joining' && !JOINING_SERVERS.includes(server)) continue;
			const figures = await measure(server, workload, pace);
			all.push({ round, name, server, figures });
			console.log(name.padEnd(14), server.padEnd(15), JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)));
		}
if (values.json) writeFileSync(values.json, JSON.stringify(all));
