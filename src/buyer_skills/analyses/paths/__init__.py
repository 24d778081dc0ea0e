"""The best training path: presolve, model, solve, replay, explain."""
