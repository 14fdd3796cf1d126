"""Search as people ask: a question in everyday words, an index built for Chinese, and who answers for it."""
