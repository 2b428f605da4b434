package dev.sekisho.web.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Names the operations on the score of a subject, which every collection of subjects inherits. */
final class RiskOperations {
    private static final String KEY_IN_WORDS = "what has this key";

    private final Collection collection;
    private final Map<String, PathItem> paths;

    RiskOperations(Collection collection, Map<String, PathItem> paths) {
        this.collection = collection;
        this.paths = paths;
    }

    void describe() {
        String risk = "/api/v1/" + collection.name().path() + "/{key}/risk";
        name(paths.get(risk), "Risk");
        name(paths.get(risk + "/history"), "RiskHistory");
        name(paths.get("/api/v1/" + collection.name().path() + "/{key}/changes"), "Changes");
    }

    private void name(@Nullable PathItem item, String what) {
        if (item != null) {
            Operation read = item.getGET();
            read.operationId("read" + collection.item() + what)
                    .summary(read.getSummary().replace(KEY_IN_WORDS, collection.aOne()))
                    .parameters(Stream.concat(
                                    keys(),
                                    OperationConventions.parameters(read).stream()
                                            .filter(parameter ->
                                                    !parameter.getName().equals("key")))
                            .toList());
        }
    }

    /** The scanner may overlook the key, which stands in the address of a class and is taken by a method it inherits. */
    private Stream<Parameter> keys() {
        List<Parameter> known = OperationConventions.parameters(collection.one().getGET());
        return known.stream()
                .filter(parameter -> parameter.getName().equals("key"))
                .map(key -> OperationConventions.inAddress("key").schema(key.getSchema()));
    }
}
