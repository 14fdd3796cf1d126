UNWIND $rows AS row
MATCH (d:Department {id: row.id})
SET d.ties = row.ties, d.shared = row.shared, d.hub = row.hub, d.community = row.community, d.sole_link = row.sole_link
