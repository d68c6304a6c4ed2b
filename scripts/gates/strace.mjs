import { install, mayInstall, onPath } from './debian.mjs';

/**
 * What counts the server's syncs to disk: the one on the PATH, else Debian's own, installed when we may.
 * Elsewhere, as on a Mac, there is none: the test then says that it did not count.
 */
export async function findStrace() {
	if (!onPath('strace') && mayInstall()) await install('strace', 'to count syncs to disk');
	return onPath('strace');
}
