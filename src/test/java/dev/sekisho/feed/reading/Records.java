package dev.sekisho.feed.reading;

import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Records as published, from the test resources. */
public final class Records {
    private Records() {}

    public static AdvisoryRecord cve(String id) {
        List<AdvisoryRecord> found = new ArrayList<>();
        try (InputStream in = open("cve5/" + id + ".json")) {
            new Cve5Reader().read(in, found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.get(0);
    }

    public static InputStream open(String resource) {
        return Objects.requireNonNull(Records.class.getResourceAsStream("/" + resource), resource);
    }
}
