"""A web service over a graph: SPARQL, resources as HTML and RDF, and pages to look at it.

Three kinds of process share the work. The web process speaks HTTP and never touches the graph. The
keeper holds the graph and does nothing else with it. For each request it forks a worker, which sees
the graph as it is, answers within limits of time and memory, and is gone: a query that runs too
long, eats the memory or breaks the parser ends its own worker only.

`kg.serve.service` starts it. It needs a system that can fork.
"""
