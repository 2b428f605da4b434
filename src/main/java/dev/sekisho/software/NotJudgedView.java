package dev.sekisho.software;

import dev.sekisho.feed.LoadedSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Software in use of which no source says anything. */
@Schema(
        name = "NotJudged",
        description =
                "Software in use that no loaded source names, nor anything it is known to be made of. That it is missing from the list says nothing of it.")
record NotJudgedView(
        @Schema(description = "How many installations in use that were asked for no loaded source names.")
        int installations,

        @Schema(description = "How many products they are of.")
        int products,

        @Schema(description = "Keys of the first ten of these products.")
        List<String> firstProducts) {

    /** Whether everything was judged, and by somebody. */
    boolean isNothing(List<LoadedSource> by) {
        return !by.isEmpty() && installations == 0;
    }
}
