"""The ontology, the store on two engines, and loading of records into it."""
