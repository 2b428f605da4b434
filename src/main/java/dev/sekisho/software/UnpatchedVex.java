package dev.sekisho.software;

import dev.sekisho.feed.LoadedSource;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.software.identity.NotJudgedView;
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
                        row -> row.certainty().ordinal() + row.advisory() + "\n" + state(row),
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

    private static String ref(UnpatchedView row) {
        return row.product() + "@" + (row.version() == null ? "unknown" : row.version());
    }

    private static Map<String, Object> component(UnpatchedView row) {
        var component = new LinkedHashMap<String, Object>();
        component.put("type", "application");
        component.put("bom-ref", ref(row));
        component.put("name", row.productName());
        if (row.version() != null) {
            component.put("version", row.version());
        }
        return component;
    }

    private static String state(UnpatchedView row) {
        return row.verdict() == Verdict.AFFECTED ? "exploitable" : "in_triage";
    }

    private static Map<String, Object> flaw(List<UnpatchedView> rows) {
        UnpatchedView first = rows.get(0);
        var analysis = new LinkedHashMap<String, Object>();
        analysis.put("state", state(first));
        if (first.fix() != null) {
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
        flaw.put("properties", List.of(property("certainty", first.certainty().name())));
        return flaw;
    }

    private static String detail(UnpatchedView row) {
        return row.certainty() == UnpatchedView.Certainty.PROVEN
                ? row.reason()
                : "Possible, not proven: no source decides it. " + row.reason();
    }
}
