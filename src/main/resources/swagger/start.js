// Swagger UI quotes a text whose type has "json" in its name; the lines of an import are no JSON text.
function unquoted(request) {
  const type = String(request.headers?.["Content-Type"] ?? "");
  if (type.startsWith("application/x-ndjson") && request.body?.startsWith?.('"')) {
    request.body = JSON.parse(request.body);
  }
  return request;
}

window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/q/openapi",
    dom_id: "#swagger-ui",
    deepLinking: true,
    persistAuthorization: true,
    docExpansion: "none",
    filter: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    validatorUrl: null,
    requestInterceptor: unquoted,
    presets: [SwaggerUIBundle.presets.apis],
    layout: "BaseLayout",
  });
});
