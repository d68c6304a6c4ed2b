import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { CommandError, run } from '../bootstrap/processes.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The browser for the tests: CHROMIUM, else one on the PATH, else Debian's own, installed when we may.
 * @returns {Promise<string>} the path of its program
 */
export async function findChromium() {
	const named = process.env.CHROMIUM;
	if (named && isProgram(named)) return named;
	if (named) throw new CommandError(`CHROMIUM names a browser that is not there: ${named}`);
	const found = onPath();
	if (found) return found;
	if (!isDebian() || process.getuid?.() !== 0)
		throw new CommandError(
			'The browser tests need Chromium or Chrome, and there is none on the PATH. Install it ' +
				'(on Debian, as root: apt-get install chromium), or say where it is: CHROMIUM=/path/to/chromium npm test'
		);
	await install();
	const installed = onPath();
	if (!installed)
		throw new CommandError('apt-get installed chromium, but there is none on the PATH.');
	return installed;
}

async function install() {
	console.log("Installing Debian's chromium for the browser tests (once) …");
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0'];
	const failed =
		(await run('apt-get', [...quiet, 'update'], { env }).exitCode) ||
		(await run('apt-get', [...quiet, 'install', '-y', '--no-install-recommends', 'chromium'], {
			env
		}).exitCode);
	if (failed)
		throw new CommandError(
			'apt-get could not install chromium; what it said is above. Install it by hand, or say where a ' +
				'browser is: CHROMIUM=/path/to/chromium npm test'
		);
}

function onPath() {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...places, ON_A_MAC].find(isProgram);
}

/** Ubuntu's chromium is a snap, which a test can not start: only Debian's own is installed. */
function isDebian() {
	return (
		existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
	);
}

/** @param {string} path */
function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
