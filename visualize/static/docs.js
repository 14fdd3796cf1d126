// The description of the API, drawn by the copy of Swagger UI that fastapi-offline brings; nothing is validated elsewhere.
SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger-ui", validatorUrl: null, deepLinking: true });
