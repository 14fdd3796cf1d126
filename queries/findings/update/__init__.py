"""From a read document to stored findings: take in, analyse, run the rules, rank, keep ids, write."""
