import process from 'node:process';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 17)) {
	console.error(
		`Node ${process.versions.node} is too old; use .node/bin/node server.js, or Node 22.17 or newer.`
	);
	process.exit(1);
}

// Relative settings, and the migrations, are found from here wherever this is started.
process.chdir(import.meta.dirname);
// Ours, set before the build reads its own defaults: this computer only, and closed within 5 s.
process.env.HOST ||= '127.0.0.1';
process.env.PORT ||= '3000';
process.env.SHUTDOWN_TIMEOUT ||= '2';
// The adapter takes every request for https unless a header says otherwise; here PUBLIC_URL says it.
const OWN_HEADER = 'x-casustafel-protocol';
process.env.PROTOCOL_HEADER ||= OWN_HEADER;
const protocol = process.env.PUBLIC_URL?.startsWith('https:') ? 'https' : 'http';

/** @param {unknown} error */
function refuse(error) {
	const { name, message, code } = /** @type {NodeJS.ErrnoException} */ (error);
	const where = `${process.env.HOST}:${process.env.PORT}`;
	if (code === 'EADDRINUSE')
		console.error(`${where} is in use by another program. Stop that, or choose another: PORT=3100`);
	else console.error(['SettingsError', 'DatabaseRefused'].includes(name) ? message : error);
	process.exit(1);
}

const { server } = await import(new URL('./build/index.js', import.meta.url).href).catch(refuse);
server.on('error', refuse);
server.prependListener('request', beforeKit);

/**
 * Kit takes every form without an Origin for one of another site, and refuses it before a route is asked.
 * That guards who is known by a cookie. The API knows nobody by one, and an organisation's system sends
 * no Origin when it asks for a token with a form (RFC 6749) or posts without a body.
 * @param {import('node:http').IncomingMessage} request
 */
function beforeKit(request) {
	const { headers } = request;
	if (process.env.PROTOCOL_HEADER === OWN_HEADER) headers[OWN_HEADER] = protocol;
	if (headers.origin === undefined && request.url?.startsWith('/api/v1/'))
		headers.origin = originOf(headers);
}

/**
 * Its own address, as the adapter reads it from the request.
 * @param {import('node:http').IncomingHttpHeaders} headers
 */
function originOf(headers) {
	/** @param {string | undefined} name */
	const header = (name) => name && [headers[name.toLowerCase()]].flat()[0];
	const { ORIGIN, PROTOCOL_HEADER, HOST_HEADER, PORT_HEADER } = process.env;
	const host = header(HOST_HEADER) || headers.host;
	const port = header(PORT_HEADER);
	return ORIGIN || `${header(PROTOCOL_HEADER) || 'https'}://${host}${port ? `:${port}` : ''}`;
}

// Pinned by the app when it was built in the `init` hook: in here there is no other way to it.
const app = await Reflect.get(globalThis, Symbol.for('casustafel.app'));
app.hub.attach(server);

let isClosing = false;
async function close() {
	if (isClosing) return;
	isClosing = true;
	setTimeout(() => process.exit(1), 4500).unref();
	const closed = new Promise((resolve) => server.once('close', resolve));
	await app.close();
	// The adapter, asked by the same signal, takes no new requests and gives running ones 2 s.
	await closed;
	process.exit(0);
}
process.on('SIGTERM', close);
process.on('SIGINT', close);
