package dev.sekisho.feed.eol;

import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.Dates;
import dev.sekisho.matching.published.EolProduct;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The front matter of one endoflife.date product. */
final class EolMatter {
    private final String place;

    private EolMatter(String place) {
        this.place = place;
    }

    static EolProduct read(String place, @Nullable Object yaml) {
        return new EolMatter(place).product(yaml);
    }

    private EolProduct product(@Nullable Object yaml) {
        if (!(yaml instanceof Map<?, ?> matter) || !(matter.get("releases") instanceof List<?> releases)) {
            throw refusal("there is no list of releases; this is not a product file");
        }
        String title = text(matter, "title");
        String permalink = text(matter, "permalink");
        if (title == null || permalink == null) {
            throw refusal("the title or the permalink is missing");
        }
        Set<String> cpes = identifiers(matter, "cpe");
        List<EolProduct.Cycle> cycles = new ArrayList<>();
        releases.forEach(release -> cycles.add(cycle(release)));
        return new EolProduct(permalink.replaceFirst("^/", ""), title, cpes, identifiers(matter, "purl"), cycles, null);
    }

    private EolProduct.Cycle cycle(@Nullable Object release) {
        if (!(release instanceof Map<?, ?> fields)) {
            throw refusal("a release is not a list of fields");
        }
        String name = text(fields, "releaseCycle");
        if (name == null) {
            throw refusal("a release has no releaseCycle");
        }
        Object end = fields.get("eol");
        Boolean ended = end instanceof Boolean stated ? stated : null;
        LocalDate day = end instanceof String text ? Dates.day(text) : null;
        if (end != null && ended == null && day == null) {
            throw refusal("the eol of " + name + " is neither a date nor true or false: " + end);
        }
        return new EolProduct.Cycle(name, Dates.day(text(fields, "releaseDate")), day, ended, text(fields, "latest"));
    }

    private Set<String> identifiers(Map<?, ?> matter, String kind) {
        Set<String> found = new LinkedHashSet<>();
        if (matter.get("identifiers") instanceof List<?> identifiers) {
            for (Object identifier : identifiers) {
                if (identifier instanceof Map<?, ?> pair && pair.get(kind) instanceof String value) {
                    found.add(value.strip());
                }
            }
        }
        return found;
    }

    private @Nullable String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof Boolean) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw refusal("the field " + name + " should be text");
        }
        return text.strip();
    }

    private UnreadableFeed refusal(String reason) {
        return new UnreadableFeed(EolReader.FEED, place, reason);
    }
}
