package dev.sekisho.web.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** What is the same for every operation: who may call, common parameters, conditional reads, problems. */
final class Manners {
    /** An operation that is not read conditionally says so with this extension. */
    private static final String UNCONDITIONAL = "x-unconditional";

    /** What a parameter of this name means wherever the operation says nothing else. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("key", "Key of the object."),
            Map.entry("id", "Identifier, as the list shows it."),
            Map.entry("code", "Code of a rule, like NET-01."),
            Map.entry("thirdParty", "Key of a third party; only what concerns it."),
            Map.entry("connectionPoint", "Key of a connection point; only what concerns it."),
            Map.entry("organization", "Key of an organization of ours; only what concerns it."),
            Map.entry("zone", "Key of a zone; only what concerns it."),
            Map.entry("asset", "Key of a host; only what concerns it."),
            Map.entry("product", "Key of a software product; only what concerns it."),
            Map.entry("advisory", "Key of an advisory; only what concerns it."),
            Map.entry("severity", "This severity or a worse one."),
            Map.entry("status", "Only those with this status."),
            Map.entry("subject", "The kind of subject."),
            Map.entry("band", "Only those in this band."),
            Map.entry("kind", "Only those of this kind."),
            Map.entry("updatedSince", "Only what changed at or after this instant, RFC 3339 in UTC."),
            Map.entry("from", "First day, ISO 8601."),
            Map.entry("to", "Last day, ISO 8601."),
            Map.entry("granularity", "Distance between two points."),
            Map.entry("format", "Format of the body."),
            Map.entry("dryRun", "Whether to tell what would change without changing it."),
            Map.entry("sort", "The field to order by, with a leading - for descending order; a field that is not known"
                    + " is refused with those that are."));

    private static final String REQUIREMENT = "Needs a key of the role ";

    private final String path;
    private final HttpMethod method;
    private final Operation operation;
    private final Schemas schemas;

    Manners(String path, HttpMethod method, Operation operation, Schemas schemas) {
        this.path = path;
        this.method = method;
        this.operation = operation;
        this.schemas = schemas;
    }

    void apply() {
        role();
        commonParameters();
        if (conditional()) {
            conditionalRead();
        }
        problems();
        var sorted = new TreeMap<>(operation.getResponses().getAPIResponses());
        operation.getResponses().setAPIResponses(sorted);
    }

    private void role() {
        String role = stated().orElse(reading() ? "VIEWER" : "EDITOR");
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(Contract.SECURITY_SCHEME)));
        String described = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        operation.setDescription(described + REQUIREMENT + role + (role.equals("ADMIN") ? "." : " or above."));
    }

    private Optional<String> stated() {
        List<SecurityRequirement> requirements = operation.getSecurity() == null ? List.of() : operation.getSecurity();
        return requirements.stream()
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(List::stream)
                .findFirst();
    }

    private void commonParameters() {
        operation.setParameters(
                parameters(operation).stream().map(this::described).toList());
    }

    private Parameter described(Parameter parameter) {
        if (parameter.getRef() != null || parameter.getDescription() != null) {
            return parameter;
        }
        return schemas.hasParameter(parameter.getName())
                ? reference(parameter.getName())
                : parameter.description(USUAL.get(parameter.getName()));
    }

    private static Parameter reference(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    private boolean conditional() {
        boolean optedOut = operation.getExtensions() != null && operation.getExtensions().containsKey(UNCONDITIONAL);
        if (optedOut) {
            operation.removeExtension(UNCONDITIONAL);
        }
        return method == HttpMethod.GET && !optedOut && operation.getResponses().hasAPIResponse("200");
    }

    private void conditionalRead() {
        if (named("If-None-Match").isEmpty()) {
            operation.addParameter(reference("If-None-Match"));
        }
        operation.getResponses().addAPIResponse("304", problem("304"));
        header(operation, "200", "ETag", "ETag");
    }

    private void problems() {
        for (String status : expected()) {
            APIResponse own = operation.getResponses().getAPIResponse(status);
            if (own == null || (own.getRef() == null && own.getContent() == null && generated(own))) {
                operation.getResponses().addAPIResponse(status, problem(status));
            } else if (own.getRef() == null && own.getContent() == null) {
                own.content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
            }
        }
    }

    private static boolean generated(APIResponse response) {
        return Set.of("Bad Request", "Not Authorized", "Not Allowed").contains(String.valueOf(response.getDescription()));
    }

    private Set<String> expected() {
        var statuses = new TreeSet<>(Set.of("400", "401", "403", "406", "429", "500", "503"));
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of("413", "415", "422"));
        }
        if (!reading()) {
            statuses.add("409");
        }
        if (!named("If-Match").isEmpty()) {
            statuses.add("412");
        }
        operation.getResponses().getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("4") && schemas.hasResponse(status))
                .forEach(statuses::add);
        return statuses;
    }

    private List<Parameter> named(String name) {
        return parameters(operation).stream()
                .filter(parameter -> Objects.equals(parameter.getName(), name)
                        || String.valueOf(parameter.getRef()).endsWith("/" + name))
                .toList();
    }

    private boolean reading() {
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    private static APIResponse problem(String status) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + status);
    }

    static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? new ArrayList<>() : new ArrayList<>(operation.getParameters());
    }

    static void header(Operation operation, String status, String name, String component) {
        APIResponse response = operation.getResponses().getAPIResponse(status);
        if (response != null && response.getRef() == null) {
            response.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + component));
        }
    }
}
