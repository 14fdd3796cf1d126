// Remove what an earlier comparison has put at the matters of a region.
MATCH (:Department {region: $region})<-[:DECLARED_BY]-(m:SharedMatter)
OPTIONAL MATCH (m)-[ofMatter:ALIKE|CLAIMED_BY]->()
OPTIONAL MATCH (m)<-[:ABOUT]-(:Division)-[ofPart:ANSWERED_BY|NAMES|SAME_PARTY|GIVEN_ELSEWHERE|CLAIMED_BY|HELD_BY]->()
DELETE ofMatter, ofPart
