// title: {zh: 部门股室, en: Offices of a department}
// description:
//   zh: 一个部门的股室，各自承担的工作事项、涉及的主要职责和公共服务的数目
//   en: Offices of a department and how many tasks, duties and services each has
// parameters:
//   department: {type: string, zh: 部门, en: department, required: true, suggest: department}
// columns:
//   office: {zh: 责任股室, en: office}
//   tasks: {zh: 具体工作事项, en: tasks}
//   duties: {zh: 主要职责, en: duties}
//   services: {zh: 公共服务, en: public services}
MATCH (:Department {id: $department})-[:HAS_OFFICE]->(o:Office)
RETURN o.name AS office,
       COUNT { (o)<-[:HANDLED_BY]-(:Task) } AS tasks,
       COUNT { MATCH (o)<-[:HANDLED_BY]-(:Task)<-[:HAS_TASK]-(d:Duty) RETURN DISTINCT d } AS duties,
       COUNT { (o)<-[:HANDLED_BY]-(:PublicService) } AS services
ORDER BY tasks DESC, office
