package dev.sekisho.web.list;

import jakarta.ws.rs.QueryParam;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Narrows any list of things with a key and a name to those called so. Free text: what it finds nothing by is not refused. */
public record TextFilter(
        @QueryParam("name")
        @Parameter(
                description =
                        "Only those with this name. Case does not count, and full-width letters are the same as others (NFKC).",
                schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = FoldedText.LONGEST))
        @Nullable
        FoldedText name,

        @QueryParam("q")
        @Parameter(
                description =
                        "Only those with this text in their key or name. Case does not count, and full-width letters are the same as others (NFKC).",
                schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = FoldedText.LONGEST))
        @Nullable
        FoldedText q) {

    public static final TextFilter NONE = new TextFilter(null, null);

    /** @param called names beside the key, any of which may be meant */
    public boolean accepts(String key, String... called) {
        return (name == null || Stream.of(called).map(FoldedText::fold).anyMatch(name.text()::equals))
                && (q == null
                        || Stream.concat(Stream.of(key), Stream.of(called))
                                .map(FoldedText::fold)
                                .anyMatch(text -> text.contains(q.text())));
    }
}
