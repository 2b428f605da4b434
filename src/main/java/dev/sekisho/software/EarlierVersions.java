package dev.sekisho.software;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.risk.estate.software.EarlierVersion;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What stood at an installation before; kept by us, because whoever patches seldom says what it was. */
record EarlierVersions(List<EarlierVersion> latestFirst) {
    /** An installation that is replaced every night must not grow without end. */
    private static final int MOST = 50;

    /** With one more, that was there until today; each version is kept once, with the last day it was there. */
    static EarlierVersions and(@Nullable EarlierVersions known, @Nullable String version, LocalDate today) {
        Stream<EarlierVersion> others = known == null
                ? Stream.empty()
                : known.latestFirst.stream().filter(one -> !Objects.equals(one.version(), version));
        return new EarlierVersions(Stream.concat(Stream.of(new EarlierVersion(version, today)), others)
                .limit(MOST)
                .toList());
    }

    /** Keeps them in one column. */
    @Converter
    @Immutable
    public static class Column extends JsonColumn<EarlierVersions> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }
}
