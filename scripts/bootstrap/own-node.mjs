import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { nodeFor } from './decide.mjs';
import { npm } from './npm.mjs';
import { CommandError } from './processes.mjs';

/**
 * The project's own Node, in `.node/`; fetched from the npm registry when it is not there.
 * @param {string} root
 * @returns {Promise<string>} the path of its program
 */
export async function ownNode(root) {
	const wanted = nodeFor({
		platform: process.platform,
		arch: process.arch,
		glibc: usesGlibc(),
		version: process.versions.node
	});
	if (!wanted.ok) throw new CommandError(wanted.why);

	const folder = join(root, '.node');
	const program = join(folder, 'bin', 'node');
	if (versionOf(program) === wanted.version) return program;

	console.log(
		`This computer has Node ${process.versions.node}; fetching Node ${wanted.version} for this folder (once, about 50 MB) …`
	);
	// On the same disk as its place, so that the rename at the end is one step: no half Node is ever found there.
	mkdirSync(join(root, '.svelte-kit'), { recursive: true });
	const part = mkdtempSync(join(root, '.svelte-kit', 'node-'));
	try {
		await npm([
			'install',
			'--prefix',
			part,
			'--no-save',
			'--no-package-lock',
			'--ignore-scripts',
			'--global=false',
			'--loglevel=error',
			`${wanted.name}@${wanted.version}`
		]);
		const fetched = join(part, 'node_modules', wanted.name);
		assertUntouched(part, wanted);
		if (versionOf(join(fetched, 'bin', 'node')) !== wanted.version)
			throw new CommandError(
				`The Node that was fetched (${wanted.name} ${wanted.version}) does not run on this computer. ` +
					'Install a newer Node yourself (https://nodejs.org) and run the same command again.'
			);
		putInPlace(fetched, folder, program, wanted.version);
	} finally {
		rmSync(part, { recursive: true, force: true });
	}
	return program;
}

/**
 * @param {string} part
 * @param {{ name: string, version: string, integrity: string }} wanted
 */
function assertUntouched(part, wanted) {
	const list = JSON.parse(readFileSync(join(part, 'node_modules', '.package-lock.json'), 'utf8'));
	const integrity = list.packages?.[`node_modules/${wanted.name}`]?.integrity;
	if (integrity !== wanted.integrity)
		throw new CommandError(
			`The package ${wanted.name} ${wanted.version} from the npm registry is not the one this project was made with ` +
				`(its checksum is ${integrity ?? 'missing'}), so it is not used.`
		);
}

/**
 * @param {string} fetched
 * @param {string} folder
 * @param {string} program
 * @param {string} version
 */
function putInPlace(fetched, folder, program, version) {
	if (existsSync(folder)) {
		// Another command may have been faster; an older version of ours makes way.
		if (versionOf(program) === version) return;
		rmSync(folder, { recursive: true, force: true });
	}
	try {
		renameSync(fetched, folder);
	} catch (error) {
		if (versionOf(program) !== version) throw error;
	}
}

/** @param {string} program */
function versionOf(program) {
	if (!existsSync(program)) return null;
	const answer = spawnSync(program, ['--version'], { encoding: 'utf8', env: {} });
	return answer.status === 0 ? answer.stdout.trim().replace(/^v/, '') : null;
}

function usesGlibc() {
	if (process.platform !== 'linux') return false;
	const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (
		process.report.getReport()
	);
	return report.header?.glibcVersionRuntime !== undefined;
}
