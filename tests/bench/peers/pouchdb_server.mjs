// express-pouchdb with its databases in FOLDER, on a free port of the loopback; prints {"port"} and ends with its input.
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';

const [folder] = process.argv.slice(2);
const app = express();
const Stored = PouchDB.defaults({ prefix: folder + '/' });
app.use('/', expressPouchdb(Stored, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: folder + '/log.txt' }));
const server = app.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
process.stdin.on('end', () => process.exit(0)).resume();
