import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Yjs from 'yjs';
import { Server } from './rooms-fixture.ts';

const fault = vi.hoisted(() => ({ on: false }));
vi.mock('yjs', async (original) => {
	const Y = await original<typeof Yjs>();
	const applyUpdate: typeof Y.applyUpdate = (...args) => {
		if (fault.on) throw new Error('thrown halfway');
		Y.applyUpdate(...args);
	};
	return { ...Y, applyUpdate };
});

let server: Server;
beforeEach(async () => (server = await Server.start()));
afterEach(() => server.files.remove());

test('TR25 when applying throws the document is loaded again, with the commit that was under way', async () => {
	const [roos, wim] = await Promise.all([server.opened('roos'), server.opened('wim')]);
	const disk = Promise.withResolvers<void>();
	const reached = Promise.withResolvers<void>();
	server.disk = () => (reached.resolve(), disk.promise);
	const saving = roos.type('a').save();
	await reached.promise;
	fault.on = true;
	expect(await wim.type('b').save()).toEqual({ ok: false, error: 'not-stored' });
	fault.on = false;
	const again = wim.save();
	disk.resolve();
	expect(await Promise.all([saving, again])).toEqual([{ ok: true }, { ok: true }]);
	const hilde = await server.opened('hilde');
	expect([...hilde.text()].sort().join('')).toBe('ab');
	expect(wim.text()).toBe(hilde.text());
});
