import { command, root } from './bootstrap.mjs';
import { build } from './gates/build.mjs';

/** `npm run build`: always builds. */
await command(import.meta.url, () => build(root, { always: true }));
