package dev.sekisho.software.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Software in use of which no source says anything. */
@Schema(
        name = "NotJudged",
        description =
                "Software in use that no loaded source names, nor anything it is known to be made of. That it is missing from the list says nothing of it.")
public record NotJudgedView(
        @Schema(description = "How many installations in use that were asked for no loaded source names.")
        int installations,

        @Schema(description = "How many products they are of.")
        int products,

        @Schema(description = "Keys of the first ten of these products.")
        List<String> firstProducts,

        @Schema(description = "How many of these installations are unknown to every source, though some are loaded.")
        int unmatched,

        @Schema(
                description =
                        "How many of them cannot be known, because nothing is loaded that could speak of software.")
        int noFeed,

        @Schema(
                description =
                        "How many further installations are judged by sources all of which are out of date, so that newer flaws of them are missing.")
        int staleFeed,

        @Schema(description = "Why, in sentences; absent where everything asked for is judged by what is up to date.")
        @Nullable
        String why) {

    private static final int SHOWN = 10;

    /**
     * @param counts how many installations in use stand how
     * @param products of those that are not judged, ordered
     * @param loaded whether anything is loaded that could speak of software
     */
    static NotJudgedView of(Map<IdentityQuality, Integer> counts, Set<String> products, boolean loaded) {
        int unmatched = counts.getOrDefault(IdentityQuality.UNMATCHED, 0);
        int noFeed = counts.getOrDefault(IdentityQuality.NO_FEED, 0);
        int stale = counts.getOrDefault(IdentityQuality.STALE_FEED, 0);
        return new NotJudgedView(
                unmatched + noFeed,
                products.size(),
                products.stream().limit(SHOWN).toList(),
                unmatched,
                noFeed,
                stale,
                why(unmatched, noFeed, stale, loaded));
    }

    private static @Nullable String why(int unmatched, int noFeed, int stale, boolean loaded) {
        var why = new ArrayList<String>();
        if (!loaded) {
            why.add("No feed is loaded that names products, so what is missing here may be affected by anything"
                    + (noFeed == 0 ? "." : ": " + installations(noFeed) + " not judged."));
        }
        if (unmatched > 0) {
            why.add("No loaded source speaks of " + installations(unmatched)
                    + " in use; GET /software-identities?identity=UNMATCHED names the products.");
        }
        if (stale > 0) {
            why.add("All that is loaded is out of date, so newer flaws of " + installations(stale) + " are missing.");
        }
        return why.isEmpty() ? null : String.join(" ", why);
    }

    private static String installations(int number) {
        return number == 1 ? "1 installation" : number + " installations";
    }

    /** Whether everything was judged, by something, and by what is up to date. */
    public boolean isNothing(boolean anythingLoaded) {
        return anythingLoaded && installations == 0 && staleFeed == 0;
    }
}
