SHOW TRANSACTIONS
YIELD transactionId, currentQuery, elapsedTime
