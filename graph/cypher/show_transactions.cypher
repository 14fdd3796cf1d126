SHOW TRANSACTIONS
YIELD transactionId, currentQuery
