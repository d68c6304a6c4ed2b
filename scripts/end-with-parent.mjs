import process from 'node:process';

/** Loaded into what the demo starts (`--import`): when the demo is killed outright, this ends as well. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
