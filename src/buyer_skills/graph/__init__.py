"""The catalogue as a graph, behind a class of named questions. The only place that knows networkx."""
