package dev.sekisho.advisory;

import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A week of feeds, advisories, products, aliases, installations and life cycles ends in the same findings and scores in
 * whatever order it arrives. Each order is sent to the running service under names and a year of its own, and each write
 * is assessed before the next, as one by one they would be.
 */
abstract class WeekOfArrivalsCases {
    /** Beside the listed one; more with -Dorders=20. */
    private static final int ORDERS = Integer.getInteger("orders", 2);

    private static final int FIRST_YEAR = 2100;

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        KeptReleases.forget();
    }

    @Test
    void endsInTheSameFindingsAndScores() {
        var listed = new ArrivingWeek(FIRST_YEAR);
        listed.send(List.copyOf(listed.names()));
        Map<String, String> expected = state(FIRST_YEAR);
        assertThat(expected.get("findings")).contains("SW-01", "SW-05", "KEV", "GHSA-Y-ffff-0001", "own-kit-Y");
        assertThat(expected.get("advisories/own-cve-Y")).contains("\"removedOn\":\"Y-01-02\"", "\"epss\":0.2");
        assertThat(expected.get("unpatched-software?installation=box-1-Y")).contains("CVE-Y-0002", "CVE-Y-0006");

        for (int seed = 1; seed <= ORDERS; seed++) {
            var week = new ArrivingWeek(FIRST_YEAR + seed);
            List<String> order = shuffled(week, new Random(seed));
            week.send(order);

            assertThat(state(FIRST_YEAR + seed))
                    .as("seed " + seed + ": " + order)
                    .isEqualTo(expected);
        }
    }

    /** An order in which nothing comes before what it refers to. */
    private static List<String> shuffled(ArrivingWeek week, Random random) {
        var left = new ArrayList<>(week.names());
        var order = new ArrayList<String>();
        while (!left.isEmpty()) {
            List<String> ready =
                    left.stream().filter(name -> week.isReady(name, order)).toList();
            String next = ready.get(random.nextInt(ready.size()));
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    private static Map<String, String> state(int year) {
        var state = new TreeMap<String, String>();
        for (String place :
                List.of("connection-points/cp-a", "connection-points/cp-b", "zones/zone", "third-parties/msp")) {
            state.put(place, shown(year, place + "-" + year + "/risk"));
        }
        for (String own : List.of("own-cve", "own-alias", "own-kit")) {
            String address = "advisories/" + own + "-" + year;
            state.put(address.replace("" + year, "Y"), shown(year, address));
        }
        for (String box : List.of("box-1", "box-2", "kit-1")) {
            String address = "unpatched-software?limit=200&installation=" + box + "-" + year;
            state.put("unpatched-software?installation=" + box + "-Y", shown(year, address));
        }
        var findings = new ArrayList<String>();
        read("findings?status=OPEN&limit=200&organization=org-" + year)
                .path("items")
                .forEach(one -> findings.add(plain(year, (ObjectNode) one)));
        findings.sort(null);
        state.put("findings", String.join("\n", findings));
        return state;
    }

    private static String shown(int year, String address) {
        return plain(year, (ObjectNode) read(address));
    }

    /** Without what tells when it was loaded and in which assessment it was seen, and with the same year for all. */
    private static String plain(int year, ObjectNode answer) {
        answer.remove(List.of("id", "firstSeen", "updatedAt", "generation", "asOf", "computedAt", "at", "sources"));
        return answer.toString().replace(String.valueOf(year), "Y");
    }
}
