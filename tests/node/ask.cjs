// Asks a SPARQL endpoint with Comunica and prints what it found as JSON.
//   node ask.cjs ENDPOINT SELECT ASK CONSTRUCT
"use strict";
const { QueryEngine } = require("@comunica/query-sparql");

const [endpoint, select, ask, construct] = process.argv.slice(2);
// Only the address: Comunica has to find out by itself that it is an endpoint.
const context = { sources: [endpoint] };

async function main() {
  const engine = new QueryEngine();
  const rows = await (await engine.queryBindings(select, context)).toArray();
  const quads = await (await engine.queryQuads(construct, context)).toArray();
  console.log(JSON.stringify({
    rows: rows.map((row) => [...row].map(([, term]) => term.value)),
    answer: await engine.queryBoolean(ask, context),
    triples: quads.map((quad) => [quad.subject.value, quad.predicate.value, quad.object.value]),
  }));
}

main();
