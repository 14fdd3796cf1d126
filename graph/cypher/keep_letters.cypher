MERGE (c:Computation {id: 'letters'})
SET c.letters = $letters
