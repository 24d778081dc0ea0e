"""buyer-skills: competencies, trainings and jobs of French public buyers, linked in one graph.

Importing the package reads no file and loads no heavy library; see ``buyer_skills.cli`` for the
commands and ``buyer_skills.analyses`` for what can be called from Python.
"""

__version__ = "0.1.0"
