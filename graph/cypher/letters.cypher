// Under which characters governments number their documents, as the stored slips take it: a name, a blank, a character.
MATCH (c:Computation {id: 'letters'})
RETURN c.letters AS letters
