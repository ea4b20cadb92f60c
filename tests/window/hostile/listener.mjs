/** Somebody on this machine who notes every connection, and shows hostile bodies to a careless browser. */
import { createServer } from 'node:http';

const picture = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

export class Listener {
  /** The paths asked for, in order. */
  asked = [];
  /** How many connections were opened, with or without a question. */
  connections = 0;
  /** Pages by path. Beside them there is nothing; anywhere else there is a picture. */
  pages = new Map();

  static async start() {
    const listener = new Listener();
    listener.server = createServer((request, response) => listener.#answer(request, response));
    listener.server.on('connection', () => (listener.connections += 1));
    await new Promise((resolve) => listener.server.listen(0, '127.0.0.1', resolve));
    listener.address = `http://127.0.0.1:${listener.server.address().port}`;
    return listener;
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Forgets what was noted. */
  forget() {
    this.asked = [];
    this.connections = 0;
  }

  #answer({ url }, response) {
    const page = this.pages.get(url);
    if (page !== undefined) return response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    this.asked.push(url);
    if (url.startsWith('/raw/')) return response.writeHead(404).end();
    if (url.endsWith('.css')) return response.setHeader('content-type', 'text/css').end('p{color:red}');
    response.setHeader('content-type', 'image/gif').end(picture);
  }
}
