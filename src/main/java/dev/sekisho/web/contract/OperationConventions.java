package dev.sekisho.web.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** What is the same for every operation: who may call, common parameters, conditional reads, problems. */
final class OperationConventions {
    /** An operation that is not read conditionally says so with this extension. */
    private static final String UNCONDITIONAL = "x-unconditional";

    private static final String REQUIREMENT = "Needs a key of the role ";

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)[^}]*}");
    private static final Map<HttpMethod, String> VERBS = Map.of(
            HttpMethod.GET, "read", HttpMethod.PUT, "replace", HttpMethod.POST, "post", HttpMethod.DELETE, "delete");

    private final String path;
    private final HttpMethod method;
    private final Operation operation;
    private final Schemas schemas;

    OperationConventions(String path, HttpMethod method, Operation operation, Schemas schemas) {
        this.path = path;
        this.method = method;
        this.operation = operation;
        this.schemas = schemas;
    }

    void apply() {
        if (operation.getOperationId() == null) {
            operation.setOperationId(identifier());
        }
        role();
        paged();
        addressed();
        commonParameters();
        if (conditional()) {
            conditionalRead();
        }
        problems();
        var sorted = new TreeMap<>(operation.getResponses().getAPIResponses());
        operation.getResponses().setAPIResponses(sorted);
    }

    /** The method in words and the address: readConnectionPointsRuleset. A position tells one of a list from the list. */
    private String identifier() {
        var identifier = new StringBuilder(VERBS.getOrDefault(method, "call"));
        for (String word : path.replace("/api/v1", "")
                .replace("{position}", "position")
                .replaceAll("\\{[^}]*}", "")
                .split("[/-]+")) {
            if (!word.isEmpty()) {
                identifier.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return identifier.toString();
    }

    /** A list with pages declares the array of its items, and answers with a page of them. */
    private void paged() {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        if (named("pageToken").isEmpty() || answer == null || answer.getContent() == null) {
            return;
        }
        answer.getContent().getMediaTypes().values().stream()
                .filter(content ->
                        content.getSchema() != null && content.getSchema().getItems() != null)
                .forEach(content -> content.setSchema(schemas.pageOf(content.getSchema())));
    }

    private void role() {
        String role = stated().orElse(reading() ? "VIEWER" : "EDITOR");
        operation.setSecurity(Stream.of(Contract.SECURITY_SCHEME, Contract.BASIC)
                .limit(reading() ? 2 : 1)
                .map(scheme -> OASFactory.createSecurityRequirement().addScheme(scheme))
                .toList());
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

    /** The scanner overlooks what stands in the address of a class and is taken by a method it inherits. */
    private void addressed() {
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            if (named(variable.group(1)).isEmpty()) {
                operation.addParameter(inAddress(variable.group(1)));
            }
        }
        named("key").stream()
                .filter(key -> key.getIn() == Parameter.In.PATH && key.getExample() == null)
                .forEach(key -> key.example(Demonstration.keyIn(path, method)));
    }

    static Parameter inAddress(String name) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.PATH)
                .required(true)
                .schema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .minLength(1)
                        .maxLength(100));
    }

    private void commonParameters() {
        operation.setParameters(
                parameters(operation).stream().map(this::described).toList());
    }

    private Parameter described(Parameter parameter) {
        if (parameter.getRef() != null || parameter.getDescription() != null) {
            return parameter;
        }
        String name = parameter.getName();
        if (schemas.hasParameter(name)) {
            return reference(name);
        }
        if (UsualParameters.FORMATS.containsKey(name)) {
            parameter.getSchema().format(UsualParameters.FORMATS.get(name));
        }
        return parameter.description(UsualParameters.MEANINGS.get(name));
    }

    private static Parameter reference(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    private boolean conditional() {
        boolean optedOut =
                operation.getExtensions() != null && operation.getExtensions().containsKey(UNCONDITIONAL);
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
        return Set.of("Bad Request", "Not Authorized", "Not Allowed")
                .contains(String.valueOf(response.getDescription()));
    }

    private Set<String> expected() {
        var statuses = new TreeSet<>(Set.of("400", "401", "403", "406", "414", "429", "431", "500", "503"));
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of("413", "415", "422"));
        }
        if (mayBeImpossible()) {
            statuses.add("422");
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

    /** A span may end before it starts, what is named be missing, and rules interact in more ways than can be measured. */
    private boolean mayBeImpossible() {
        return !named("from").isEmpty()
                || parameters(operation).stream().anyMatch(OperationConventions::namesSomething)
                || path.endsWith("/traffic")
                || path.endsWith("/ruleset/minimal");
    }

    /** Text in a query that is neither a choice nor of a form is the name of something, unless it is free. */
    private static boolean namesSomething(Parameter parameter) {
        Schema schema = parameter.getSchema();
        return parameter.getIn() == Parameter.In.QUERY
                && schema != null
                && schema.getType() != null
                && schema.getType().contains(Schema.SchemaType.STRING)
                && schema.getEnumeration() == null
                && schema.getFormat() == null
                && !UsualParameters.FREE_TEXT.contains(parameter.getName());
    }

    /** A query is asked by POST only because of its size. */
    private boolean reading() {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || path.endsWith("/query");
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
