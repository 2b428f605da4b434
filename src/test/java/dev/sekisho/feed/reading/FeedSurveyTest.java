package dev.sekisho.feed.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.feed.csaf.CsafReader;
import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.feed.eol.EolReader;
import dev.sekisho.feed.epss.EpssReader;
import dev.sekisho.feed.eukev.EuKevReader;
import dev.sekisho.feed.jvn.JvnReader;
import dev.sekisho.feed.kev.KevReader;
import dev.sekisho.feed.nvd.NvdReader;
import dev.sekisho.feed.osv.OsvReader;
import dev.sekisho.feed.vex.OpenVexReader;
import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.MatchAnswer;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.matching.product.VersionJudge;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Reads every feed file below a folder and prints how much was read, skipped and refused, and why. Runs only where the
 * folder is named; what it says stands in the README of the readers, and where it says something else it fails.
 */
@EnabledIfEnvironmentVariable(named = "SEKISHO_DATA", matches = ".+")
class FeedSurveyTest {
    private static final int REASONS_SHOWN = 60;

    private final Path data = Path.of(System.getenv("SEKISHO_DATA"));
    private final ObjectMapper json = new ObjectMapper();
    private final ProductMatcher matcher = new ProductMatcher(ProductNames.withoutAliases());

    /** What reads the files whose path matches; the first that does. */
    private record Kind(String feed, String paths, Function<InputStream, FeedReport> reader) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("none", ".*(LICENSE.*|[sS]chema.*\\.json|json_schema/.*|testcases\\.json|SPEC\\.md)", in -> {
                throw new IllegalStateException();
            }),
            new Kind("eukev", "kev/eukev\\.json", in -> new EuKevReader().read(in, none -> {})),
            new Kind("kev", "kev/(kev|known_exploited_vulnerabilities)-.*", in -> {
                var tally = new ReadCounts();
                int read = new KevReader().read(in, tally).entries().size();
                return new FeedReport(read, 0, List.of(), tally.unknown(), 0);
            }),
            new Kind("epss", "epss/.*", in -> {
                long rows = new EpssReader()
                        .read(in, (cve, score, percentile) -> {})
                        .rows();
                return new FeedReport(rows, 0, List.of());
            }),
            new Kind("cve", "cve5/.*|trustify/(cve|mitre)/.*", in -> new Cve5Reader().read(in, none -> {})),
            new Kind("nvd", "nvd/(anchore|osvdev|vunnel).*|nvd/.*cve_v2.*", in -> new NvdReader().read(in, none -> {})),
            new Kind(
                    "osv",
                    "osv/.*\\.gz|.*/combine-to-osv/.*|trustify/osv/.*",
                    in -> new OsvReader().read(in, none -> {})),
            new Kind(
                    "csaf",
                    "csaf/.*|trustify/csaf/.*|vex/.*/(csaf|rhsa.*)\\.json",
                    in -> new CsafReader().read(in, none -> {})),
            new Kind("openvex", "vex/.*", in -> new OpenVexReader().read(in, none -> {})),
            new Kind("jvn", "jvn/.*\\.rdf", in -> new JvnReader().read(in, none -> {})),
            new Kind("eol", "eol/products/.*", in -> new EolReader().read(in, none -> {})));

    /** The sum of what was said. */
    private static final class Sum {
        private int files;
        private long read;
        private long skipped;
        private final Map<String, String> refused = new TreeMap<>();
        private final Map<String, Integer> reasons = new TreeMap<>();
        private final Map<String, Long> unknown = new TreeMap<>();

        void add(FeedReport report) {
            read += report.read();
            skipped += report.skipped();
            report.reasons().forEach(this::skip);
            report.unknown().forEach((name, times) -> unknown.merge(name, times, Long::sum));
        }

        void skip(String reason) {
            reasons.merge(reason.replaceFirst("^.*?: ", ""), 1, Integer::sum);
        }

        String row(String name) {
            return "| %s | %d | %d | %d | %d |%n".formatted(name, files, read, skipped, refused.size());
        }

        void details(String name) {
            refused.forEach((what, why) -> System.out.println(name + " refused " + what + ": " + why));
            unknown.forEach((what, times) -> System.out.println(name + " unknown " + times + ": " + what));
            reasons.entrySet().stream()
                    .limit(REASONS_SHOWN)
                    .forEach(why -> System.out.println(name + " skipped " + why.getValue() + ": " + why.getKey()));
        }
    }

    @Test
    void readsOrRefusesEveryFeedFile() throws IOException {
        var sums = new LinkedHashMap<String, Sum>();
        KINDS.forEach(kind -> sums.put(kind.feed(), new Sum()));
        try (var paths = Files.walk(data)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = data.relativize(path).toString();
                for (Kind kind : KINDS) {
                    if (name.matches(kind.paths())) {
                        survey(kind, name, path, sums.get(kind.feed()));
                        break;
                    }
                }
            }
        }
        sums.remove("none");
        sums.put("NVD's matching names", matchingNames());
        sums.put("product names of JVN", japaneseNames());
        print(sums);
        String told = Files.readString(Path.of("src/main/java/dev/sekisho/feed/README.md"));
        sums.forEach((feed, sum) ->
                assertThat(told).as("the README has what was read of " + feed).contains(sum.row(feed)));
        for (String whole : List.of("kev", "epss", "cve", "eol")) {
            assertThat(sums.get(whole).refused).as(whole).isEmpty();
            assertThat(sums.get(whole).skipped).as(whole).isZero();
        }
    }

    private static void survey(Kind kind, String name, Path path, Sum sum) throws IOException {
        if (kind.feed().equals("none")) {
            return;
        }
        sum.files++;
        try (InputStream in = Files.newInputStream(path)) {
            sum.add(kind.reader().apply(in));
        } catch (UnreadableFeed refused) {
            sum.refused.put(name, refused.getMessage());
        }
    }

    private static void print(Map<String, Sum> sums) {
        System.out.println("| feed | files | read | skipped | refused |");
        System.out.println("|---|---|---|---|---|");
        sums.forEach((feed, sum) -> System.out.print(sum.row(feed)));
        sums.forEach((feed, sum) -> sum.details(feed));
    }

    /** For each criterion NVD publishes the names it matches: each must be judged affected by a record of that criterion. */
    private Sum matchingNames() throws IOException {
        var sum = new Sum();
        try (var paths = Files.walk(data)) {
            for (Path path : paths.filter(one -> one.toString().contains("cpematch"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()) {
                sum.files++;
                try (InputStream in = Files.newInputStream(path)) {
                    Archive.each("nvd", in, FeedLimits.USUAL, new FeedJson("nvd", FeedLimits.USUAL), (name, file) -> {
                        for (JsonNode match : json.readTree(file.readAllBytes()).path("matchStrings")) {
                            judge(match.path("matchString"), sum);
                        }
                    });
                }
            }
        }
        return sum;
    }

    private void judge(JsonNode match, Sum sum) throws IOException {
        var criterion = json.createObjectNode().put("vulnerable", true);
        match.properties().forEach(field -> {
            if (field.getKey().startsWith("version") || field.getKey().equals("criteria")) {
                criterion.set(field.getKey(), field.getValue());
            }
        });
        String record =
                "{\"cve\":{\"id\":\"CVE-2000-0001\",\"configurations\":[{\"nodes\":[{\"operator\":\"OR\",\"cpeMatch\":["
                        + criterion + "]}]}]}}";
        var found = new ArrayList<AdvisoryRecord>();
        new NvdReader().read(new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8)), found::add);
        var judge = new VersionJudge(matcher);
        for (JsonNode name : match.path("matches")) {
            String cpe = name.path("cpeName").asText();
            MatchAnswer answer = judge.judge(Installed.ofCpe(cpe), found.get(0)).answer();
            if (answer == MatchAnswer.AFFECTED) {
                sum.read++;
            } else {
                sum.refused.put(cpe, answer + " by " + criterion);
            }
        }
    }

    /** Every name must lead somewhere, in the catalogue's language and by its CPE name. */
    private Sum japaneseNames() throws IOException {
        var sum = new Sum();
        sum.files++;
        Path file = data.resolve("jvn/myjvn-products-2025-02-03.jsonl.gz");
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode product = json.readTree(line);
                String vendor = product.path("vname").asText();
                String name = product.path("pname").asText();
                if (matcher.lookupKeys(Installed.named(vendor, name, null)).isEmpty()) {
                    sum.refused.put(vendor + " " + name, "has no name to look under");
                } else if (matcher.lookupKeys(
                                Installed.ofCpe(product.path("pcpe").asText()))
                        .isEmpty()) {
                    sum.skipped++;
                    sum.skip(product.path("pcpe").asText() + ": its CPE name is not one; it is known by its name only");
                } else {
                    sum.read++;
                }
            }
        }
        return sum;
    }
}
