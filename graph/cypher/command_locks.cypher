// The open transactions, with what their programs say of them and since when they are open.
SHOW TRANSACTIONS
YIELD transactionId, metaData, startTime
