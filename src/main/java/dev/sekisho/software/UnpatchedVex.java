package dev.sekisho.software;

import dev.sekisho.feed.LoadedSource;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.software.identity.NotJudgedView;
import dev.sekisho.software.verdict.AnalystWordView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The live flaws as a CycloneDX 1.5 document with one component for each version of a product and one statement for each flaw. */
final class UnpatchedVex {
    private UnpatchedVex() {}

    static Map<String, Object> of(List<UnpatchedView> rows, NotJudgedView notJudged, List<LoadedSource> sources) {
        var versions = new TreeMap<String, UnpatchedView>();
        rows.forEach(row -> versions.putIfAbsent(ref(row), row));
        var flaws = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.certainty().ordinal() + row.advisory() + "\n" + state(row) + "\n" + said(row),
                        TreeMap::new,
                        Collectors.toList()));
        var document = new LinkedHashMap<String, Object>();
        document.put("bomFormat", "CycloneDX");
        document.put("specVersion", "1.5");
        document.put("version", 1);
        document.put("metadata", Map.of("properties", properties(notJudged, sources)));
        document.put(
                "components",
                versions.values().stream().map(UnpatchedVex::component).toList());
        document.put(
                "vulnerabilities",
                flaws.values().stream().map(UnpatchedVex::flaw).toList());
        return document;
    }

    /** What the document rests on, in the place the format has for what it does not foresee. */
    private static List<Map<String, String>> properties(NotJudgedView notJudged, List<LoadedSource> sources) {
        var properties = new ArrayList<Map<String, String>>();
        properties.add(property("judged", String.valueOf(notJudged.isNothing(!sources.isEmpty()))));
        properties.add(property("notJudged:installations", String.valueOf(notJudged.installations())));
        properties.add(property("notJudged:unmatched", String.valueOf(notJudged.unmatched())));
        properties.add(property("notJudged:noFeed", String.valueOf(notJudged.noFeed())));
        properties.add(property("notJudged:staleFeed", String.valueOf(notJudged.staleFeed())));
        if (notJudged.why() != null) {
            properties.add(property("notJudged:why", notJudged.why()));
        }
        notJudged.firstProducts().forEach(product -> properties.add(property("notJudged:product", product)));
        sources.forEach(source -> properties.add(property("source", source.words())));
        return properties;
    }

    private static Map<String, String> property(String name, String value) {
        var property = new LinkedHashMap<String, String>();
        property.put("name", "sekisho:" + name);
        property.put("value", value);
        return property;
    }

    /** A person's word is of one installation, and must not pass for one on all of that version. */
    private static String ref(UnpatchedView row) {
        String version = row.product() + "@" + (row.version() == null ? "unknown" : row.version());
        return row.analyst() == null ? version : version + "#" + row.key();
    }

    private static String said(UnpatchedView row) {
        return row.analyst() == null ? "" : row.analyst().verdict();
    }

    private static Map<String, Object> component(UnpatchedView row) {
        var component = new LinkedHashMap<String, Object>();
        component.put("type", "application");
        component.put("bom-ref", ref(row));
        component.put("name", row.productName());
        if (row.version() != null) {
            component.put("version", row.version());
        }
        if (row.analyst() != null) {
            component.put("properties", List.of(property("installation", row.key())));
        }
        return component;
    }

    private static String state(UnpatchedView row) {
        boolean clear = row.certainty() == UnpatchedView.Certainty.CLEARED;
        if (row.analyst() != null && (clear || row.verdict() == Verdict.UNKNOWN)) {
            return row.analyst().cycloneDxState();
        }
        return row.verdict() == Verdict.AFFECTED ? "exploitable" : "in_triage";
    }

    private static Map<String, Object> flaw(List<UnpatchedView> rows) {
        UnpatchedView first = rows.get(0);
        var analysis = new LinkedHashMap<String, Object>();
        AnalystWordView word = first.analyst();
        analysis.put("state", state(first));
        if (word != null && word.justification() != null && "not_affected".equals(state(first))) {
            analysis.put("justification", word.cycloneDxJustification());
        }
        if (word != null) {
            analysis.put("lastUpdated", word.givenAt().toString());
        }
        if (first.fix() != null && first.certainty() != UnpatchedView.Certainty.CLEARED) {
            analysis.put("response", List.of("update"));
        }
        analysis.put("detail", detail(first));
        var flaw = new LinkedHashMap<String, Object>();
        flaw.put("id", first.cve() == null ? first.advisory() : first.cve());
        flaw.put("description", first.title());
        flaw.put("analysis", analysis);
        flaw.put(
                "affects",
                rows.stream()
                        .map(UnpatchedVex::ref)
                        .distinct()
                        .sorted()
                        .map(ref -> Map.of("ref", ref))
                        .toList());
        flaw.put("properties", properties(first));
        return flaw;
    }

    private static List<Map<String, String>> properties(UnpatchedView row) {
        var properties = new ArrayList<Map<String, String>>();
        properties.add(property("certainty", row.certainty().name()));
        AnalystWordView word = row.analyst();
        if (word != null) {
            properties.add(property("analystVerdict", word.verdict()));
            properties.add(property("author", word.author()));
            properties.add(property("until", word.until().toString()));
            properties.add(property("sources", word.sources().name()));
            if (word.justification() != null) {
                properties.add(property("justification", String.valueOf(word.justification())));
            }
        }
        return properties;
    }

    private static String detail(UnpatchedView row) {
        return row.certainty() == UnpatchedView.Certainty.POSSIBLE
                ? "Possible, not proven: no source decides it. " + row.reason()
                : row.reason();
    }
}
