"""A web service over a graph: SPARQL, resources as HTML and RDF, and pages to look at it.

The web process speaks HTTP and never touches the graph. It sends jobs to workers, which answer
within limits of time and memory: a query that runs too long, eats the memory or breaks the parser
ends its own worker only. Workers come to the graph in one of two ways:

- `fork`: the keeper holds the graph and does nothing else with it. For each request it forks a
  worker, which sees the graph as it is (`keeper`, `backend`).
- `spawn`, where no system can fork: workers are started ahead and open the graph by its path
  (`worker`, `pool`).

`kg.serve.service` starts the service.
"""
