import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.schema.ChangedEnum;

/**
 * Compares the contract with the one last released and fails on a break that CHANGES.md does not list.
 *
 * <p>Arguments: the released contract, the contract, CHANGES.md. A break is a line such as
 * {@code GET /api/v1/zones: response 200 items[].criticality: type}; CHANGES.md lists them behind six blanks, with
 * {@code *} for any text. What it lists and what breaks nothing is an error too, so that the list stays true.
 */
class Compatibility {
    /** Two ways to write the same: the comparison reads 3.0, and a pattern holds for the whole text in both. */
    private static final Pattern VERSION = Pattern.compile("(?m)^openapi: 3\\.1\\.\\d+$");

    private static final Pattern ANCHORED = Pattern.compile("(?m)^(\\s*pattern: \"?)\\^(.*)\\$(\"?)$");

    /** Values of answers may grow. */
    private static final OpenApiDiffOptions OPTIONS = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false")
            .build();

    private final TreeSet<String> breaks = new TreeSet<>();

    /** The schemas at hand, the innermost first: some hold themselves. */
    private final Deque<ChangedSchema> under = new ArrayDeque<>();

    public static void main(String[] arguments) throws Exception {
        List<Pattern> listed = listed(Files.readString(Path.of(arguments[2])));
        TreeSet<String> breaks = new Compatibility().breaks(Path.of(arguments[0]), Path.of(arguments[1]));
        List<String> unlisted = breaks.stream()
                .filter(line -> listed.stream().noneMatch(exception -> exception.matcher(line).matches()))
                .toList();
        List<String> stale = listed.stream()
                .filter(exception -> breaks.stream().noneMatch(line -> exception.matcher(line).matches()))
                .map(Pattern::pattern)
                .toList();
        unlisted.forEach(line -> System.out.println("a break that openapi/CHANGES.md does not list: " + line));
        stale.forEach(line -> System.out.println("listed in openapi/CHANGES.md, and no break: " + line));
        System.out.println(breaks.size() + " breaks, " + unlisted.size() + " of them not listed");
        System.exit(unlisted.isEmpty() && stale.isEmpty() ? 0 : 1);
    }

    private static List<Pattern> listed(String changes) {
        return changes.lines()
                .filter(line -> line.startsWith("      "))
                .map(line -> Stream.of(line.strip().split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")))
                .map(Pattern::compile)
                .toList();
    }

    private TreeSet<String> breaks(Path before, Path after) throws Exception {
        ChangedOpenApi changed = OpenApiCompare.fromContents(normal(before), normal(after), List.of(), OPTIONS);
        changed.getMissingEndpoints().forEach(gone -> breaks.add(gone.getMethod() + " " + gone.getPathUrl() + ": gone"));
        for (ChangedOperation operation : changed.getChangedOperations()) {
            visit(operation.getHttpMethod() + " " + operation.getPathUrl() + ":", operation);
        }
        return breaks;
    }

    private static String normal(Path contract) throws Exception {
        String text = VERSION.matcher(Files.readString(contract)).replaceAll("openapi: 3.0.3");
        return ANCHORED.matcher(text).replaceAll("$1$2$3");
    }

    /** Goes into everything that differs: what only shrinks, openapi-diff holds to be compatible and we do not. */
    private void visit(String where, Changed changed) {
        if (changed == null || changed.isUnchanged()) {
            return;
        }
        if (changed instanceof ChangedSchema schema) {
            schema(where, schema);
        } else if (changed instanceof ChangedEnum<?> values) {
            values.getMissing().forEach(gone -> breaks.add(where + ": value " + gone + " gone"));
            incompatible(where, changed);
        } else if (changed instanceof ChangedParameters parameters) {
            parameters.getMissing().forEach(gone -> breaks.add(where + " parameter " + gone.getName() + ": gone"));
            parameters.getIncreased().stream()
                    .filter(added -> Boolean.TRUE.equals(added.getRequired()))
                    .forEach(added -> breaks.add(where + " parameter " + added.getName() + ": newly required"));
            parameters.getChanged().forEach(one -> visit(where, one));
        } else if (changed instanceof ChangedParameter parameter) {
            composed(where + " parameter " + parameter.getName(), parameter);
        } else if (changed instanceof ChangedApiResponse responses) {
            responses.getMissing().keySet().forEach(gone -> breaks.add(where + " response " + gone + ": gone"));
            responses.getChanged().forEach((status, one) -> visit(where + " response " + status, one));
        } else if (changed instanceof ChangedContent content) {
            content.getMissing().keySet().forEach(gone -> breaks.add(where + " " + gone + ": gone"));
            content.getChanged().values().forEach(one -> visit(where, one));
        } else if (changed instanceof ChangedRequestBody body) {
            composed(where + " request", body);
        } else if (changed instanceof ComposedChanged composed) {
            composed(where, composed);
        } else if (changed.isIncompatible()) {
            breaks.add(where + ": " + kind(changed));
        }
    }

    private void composed(String where, ComposedChanged changed) {
        changed.getChangedElements().forEach(element -> visit(where, element));
        incompatible(where, changed);
    }

    /** Where openapi-diff sees a break and nothing below it has told which. */
    private void incompatible(String where, Changed changed) {
        if (changed.isIncompatible() && breaks.stream().noneMatch(line -> line.startsWith(where))) {
            breaks.add(where + ": " + kind(changed));
        }
    }

    private void schema(String where, ChangedSchema schema) {
        if (under.contains(schema)) {
            return;
        }
        under.push(schema);
        String dot = where.matches(".* (request|response \\d+|parameter \\S+)") ? where + " " : where + ".";
        schema.getMissingProperties().keySet().forEach(gone -> breaks.add(dot + gone + ": gone"));
        if (schema.isChangedType()) {
            breaks.add(where + ": type");
        }
        schema.getChangedProperties().forEach((name, property) -> visit(dot + name, property));
        visit(where + "[]", schema.getItems());
        elements(schema).forEach(element -> visit(where, element));
        incompatible(where, schema);
        under.pop();
    }

    /** What is said of the schema itself; its parts are visited by their names. */
    private static List<Changed> elements(ChangedSchema schema) {
        var elements = new ArrayList<Changed>();
        for (Changed element : schema.getChangedElements()) {
            if (element != null
                    && element != schema.getItems()
                    && !schema.getChangedProperties().containsValue(element)) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static String kind(Changed changed) {
        return changed.getClass().getSimpleName().replaceFirst("^Changed", "").toLowerCase();
    }
}
