// Reads each file named on the command line with the library that web developers would take, and
// prints what it found as JSON, by path.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const RDF = { ".nq": "N-Quads", ".nt": "N-Triples", ".trig": "TriG", ".ttl": "Turtle" };

function n3(text, format) {
  const { Parser, Store, Writer } = require("n3");
  const store = new Store(new Parser({ format }).parse(text));
  return new Writer({ format: "N-Quads" }).quadsToString(store.getQuads());
}

async function jsonld(text) {
  const documentLoader = (url) => Promise.reject(new Error(`asks the network for ${url}`));
  const options = { documentLoader, format: "application/n-quads" };
  return require("jsonld").toRDF(JSON.parse(text), options);
}

function gexf(text) {
  const { MultiDirectedGraph } = require("graphology");
  const graph = require("graphology-gexf").parse(MultiDirectedGraph, text);
  return {
    nodes: graph.mapNodes((node, values) => ({ id: node, ...values })),
    edges: graph.mapEdges((id, values, from, to) => ({ id, from, to, ...values })),
  };
}

async function nodeLink(text) {
  const d3 = await import(pathToFileURL(require.resolve("d3-force")));
  const { nodes, edges } = JSON.parse(text);
  d3.forceSimulation(nodes).force("link", d3.forceLink(edges).id((node) => node.id)).stop().tick(2);
  return {
    nodes: nodes.map((node) => ({ id: node.id, placed: Number.isFinite(node.x) })),
    edges: edges.map(({ source, target, key }) => ({ id: key, from: source.id, to: target.id })),
  };
}

async function read(file) {
  const text = fs.readFileSync(file, "utf8");
  const suffix = path.extname(file);
  if (suffix in RDF) return n3(text, RDF[suffix]);
  if (suffix === ".jsonld") return jsonld(text);
  return suffix === ".gexf" ? gexf(text) : nodeLink(text);
}

async function main(files) {
  const found = {};
  for (const file of files) found[file] = await read(file);
  process.stdout.write(JSON.stringify(found));
}

main(process.argv.slice(2));
