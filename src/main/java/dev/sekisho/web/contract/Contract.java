package dev.sekisho.web.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Completes the document: collections get their operations described, every operation its common parameters and
 * problems. What an operation says of itself stays. The parts referred to stand in {@code META-INF/openapi.yaml}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
    static final String SECURITY_SCHEME = "apiKey";
    /** For what can send nothing else, such as spreadsheets. */
    static final String BASIC = "password";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = new Schemas(document);
        schemas.tidy();
        Map<String, PathItem> paths = inOrder(document);
        Collection.among(document).forEach(collection -> {
            new CollectionOperations(collection, schemas).describe();
            new RiskOperations(collection, paths).describe();
        });
        paths.forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> new OperationConventions(path, method, operation, schemas).apply()));
        var answers = new Answers();
        paths.values().forEach(item -> item.getOperations().values().forEach(answers::attach));
        new Constraints(document).apply();
        List.copyOf(document.getComponents().getSecuritySchemes().keySet()).stream()
                .filter(name -> !name.equals(SECURITY_SCHEME))
                .forEach(document.getComponents()::removeSecurityScheme);
        document.getComponents()
                .addSecurityScheme(
                        BASIC,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description(
                                        "HTTP Basic, for reads: any user name, and the API key as the password. Of changes"
                                                + " it is taken only from pages of the service itself."));
        document.setTags(document.getTags().stream()
                .sorted(Comparator.comparing(Tag::getName))
                .toList());
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SECURITY_SCHEME)));
    }

    private static Map<String, PathItem> inOrder(OpenAPI document) {
        var sorted = new LinkedHashMap<String, PathItem>();
        document.getPaths().getPathItems().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        document.getPaths().setPathItems(sorted);
        return sorted;
    }
}
