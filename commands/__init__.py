"""The commands of ``dutygraph``, each a few lines over the rooms."""
