package dev.sekisho.web.contract;

import dev.sekisho.collection.CollectionName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * A registry collection as the document shows it: an address whose {@code /{key}} can be replaced.
 *
 * @param item name of the schema of its objects, ThirdParty
 */
record Collection(CollectionName name, String item, PathItem all, PathItem one) {
    private static final Pattern ADDRESS = Pattern.compile("/api/v1/([a-z-]+)/\\{key}");

    static List<Collection> among(OpenAPI document) {
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        return paths.entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue(), paths))
                .toList();
    }

    private static Stream<Collection> of(String path, PathItem one, Map<String, PathItem> paths) {
        Matcher address = ADDRESS.matcher(path);
        if (!address.matches() || one.getPUT() == null || one.getPATCH() == null) {
            return Stream.empty();
        }
        PathItem all = paths.get(path.replace("/{key}", ""));
        String item = schemaOf(one.getPUT());
        return all == null || item == null
                ? Stream.empty()
                : CollectionName.ofPath(address.group(1)).map(name -> new Collection(name, item, all, one)).stream();
    }

    private static @Nullable String schemaOf(Operation operation) {
        MediaType body = operation.getRequestBody().getContent().getMediaType("application/json");
        String reference = body.getSchema().getRef();
        return reference == null ? null : reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** One of them in words: third party. */
    String singular() {
        return name.singular();
    }

    /** With its article: an asset, a third party. */
    String aOne() {
        return ("aeio".indexOf(singular().charAt(0)) >= 0 ? "an " : "a ") + singular();
    }

    /** All of them in words: third parties. */
    String plural() {
        return name.plural();
    }

    /** All of them as an identifier: ThirdParties. */
    String identifier() {
        var identifier = new StringBuilder();
        for (String word : name.path().split("-")) {
            identifier.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return identifier.toString();
    }

    List<Operation> operations() {
        return Stream.of(all.getGET(), all.getPOST(), one.getGET(), one.getPUT(), one.getPATCH(), one.getDELETE())
                .filter(Objects::nonNull)
                .toList();
    }
}
