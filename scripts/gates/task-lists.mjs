import { CommandError } from '../bootstrap/processes.mjs';
import { install, mayInstall, onPath } from './debian.mjs';

/** Package of Debian's → its program; upstream calls todoman's `todo`. @type {Record<string, string[]>} */
const PROGRAMS = {
	radicale: ['radicale'],
	todoman: ['todoman', 'todo'],
	vdirsyncer: ['vdirsyncer']
};

/**
 * The server of task lists and the other client that the tests of CalDAV speak with: those on the PATH,
 * else Debian's own, installed when we may.
 */
export async function findTaskListPrograms() {
	if (missing().length === 0) return;
	if (mayInstall()) await install(missing(), 'for the tests of task lists');
	if (missing().length > 0)
		throw new CommandError(
			`The tests of task lists (CalDAV) need ${missing().join(', ')} on the PATH. On Debian, as root: ` +
				`apt-get install ${missing().join(' ')}; elsewhere: pipx install ${missing().join(' ')} (each by itself).`
		);
}

const missing = () => Object.keys(PROGRAMS).filter((name) => !onPath(...(PROGRAMS[name] ?? [])));
