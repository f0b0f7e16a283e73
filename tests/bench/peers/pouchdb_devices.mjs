// Two databases on disk: one pushes COUNT documents of BYTES each to the server at PORT, the other pulls them. Prints the
// documents a second of both. BATCH is what goes in one request.
import PouchDB from 'pouchdb';

const [folder, ...numbers] = process.argv.slice(2);
const [port, count, bytes, batch] = numbers.map(Number);
const remote = `http://127.0.0.1:${port}/files`;
const words = 'Ringde, pratade i tio minuter om veckan som gått. Ny tid bokad. ';

function documentOf(number) {
  const made = { _id: String(number).padStart(12, '0'), kind: 'note', text: '' };
  const room = bytes - Buffer.byteLength(JSON.stringify(made));
  made.text = words.repeat(Math.ceil(room / words.length)).slice(0, room);
  return made;
}

async function rateOf(replicate) {
  const started = performance.now();
  const result = await replicate({ batch_size: batch, batches_limit: 10 });
  if (result.docs_written !== count) throw new Error(`${result.docs_written} of ${count} documents arrived`);
  return count / ((performance.now() - started) / 1000);
}

const first = new PouchDB(folder + '/first');
for (let from = 0; from < count; from += 1000)
  await first.bulkDocs(Array.from({ length: Math.min(1000, count - from) }, (_, i) => documentOf(from + i)));
const push = await rateOf((options) => first.replicate.to(remote, options));
const second = new PouchDB(folder + '/second');
const pull = await rateOf((options) => second.replicate.from(remote, options));
console.log(JSON.stringify({ push, pull }));
process.exit(0);
