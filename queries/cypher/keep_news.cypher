MERGE (c:Computation {id: 'news'})
SET c.news = $news
