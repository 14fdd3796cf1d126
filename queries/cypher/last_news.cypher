MATCH (c:Computation {id: 'news'})
RETURN c.news AS news
