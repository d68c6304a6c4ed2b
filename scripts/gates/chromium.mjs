import process from 'node:process';
import { CommandError } from '../bootstrap/processes.mjs';
import { install, isProgram, mayInstall, onPath } from './debian.mjs';

/** Chromium without windows: the same engine, and a fifth less work per test. */
const HEADLESS = 'chromium-headless-shell';
const WHOLE = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The browser for the tests: CHROMIUM, else one without windows (Debian's is installed when we may), else
 * any Chromium or Chrome on the PATH.
 * @returns {Promise<string>} the path of its program
 */
export async function findChromium() {
	const named = process.env.CHROMIUM;
	if (named && isProgram(named)) return named;
	if (named) throw new CommandError(`CHROMIUM names a browser that is not there: ${named}`);
	if (!onPath(HEADLESS) && mayInstall()) await install(HEADLESS, 'for the browser tests');
	const found = installed();
	if (found) return found;
	if (!mayInstall())
		throw new CommandError(
			'The browser tests need Chromium or Chrome, and there is none on the PATH. Install it ' +
				`(on Debian, as root: apt-get install ${HEADLESS}), or say where it is: CHROMIUM=/path/to/chromium npm test`
		);
	if (!(await install('chromium', 'for the browser tests')))
		throw new CommandError(
			'apt-get could not install chromium; what it said is above. Install it by hand, or say where a ' +
				'browser is: CHROMIUM=/path/to/chromium npm test'
		);
	const now = installed();
	if (!now) throw new CommandError('apt-get installed chromium, but there is none on the PATH.');
	return now;
}

const installed = () =>
	onPath(HEADLESS) ?? onPath(...WHOLE) ?? (isProgram(ON_A_MAC) ? ON_A_MAC : undefined);
