package dev.sekisho.registry;

import static dev.sekisho.Api.get;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static dev.sekisho.Api.sending;
import static dev.sekisho.Api.sendingRaw;
import static dev.sekisho.Api.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.sekisho.Api;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that must not get in, and odd input that must. */
abstract class BadInputCases {
    private static final String O = "/api/v1/organizations";

    private static void refused(Response answer, Object what) {
        assertThat(answer.statusCode()).as(what + " -> " + answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo(Api.PROBLEM);
        assertThat(answer.asString()).doesNotContain("Exception", "com.fasterxml", "dev.sekisho.", "java.");
        assertThat(tree(answer).get("traceId").asText()).isNotBlank();
    }

    /** Values that are none, after the n_ files of JSONTestSuite for numbers, strings, arrays, objects and structure. */
    private static final List<String> NO_VALUES = List.of(
            "++1",
            "+Inf",
            "-01",
            "-1.0.",
            "-2.",
            "-NaN",
            ".-1",
            ".2e-3",
            "0.1.2",
            "0.3e",
            "0.3e+",
            "0.e1",
            "0E",
            "0E+",
            "0e",
            "0e+",
            "1.0e",
            "1.0e-",
            "1.0e+",
            "1 000.0",
            "1eE2",
            "2.e+3",
            "2.e-3",
            "2.e3",
            "9.e+",
            "Inf",
            "Infinity",
            "0x42",
            "0e+-1",
            "-foo",
            "- 1",
            "-012",
            "-.123",
            "-1x",
            "1ea",
            "1e1\u20ac",
            "1+2",
            "1.8011670033376514H-308",
            "\uff11",
            "\u0663",
            "\u20ac",
            "-Infinity",
            "012",
            "-",
            "+",
            "2@",
            "1a",
            "{1}",
            "{\"a\"}",
            "[a",
            "[1,",
            "[,",
            "[1,,]",
            "[1,,2]",
            "[\"x\",,]",
            "[\"x\"]]",
            "[3[4]]",
            "[1}",
            "[1 true]",
            "[:1]",
            "[:,]",
            "[\"\":1]",
            "[*]",
            "[,1]",
            "[x",
            "[x]]",
            "[\"a\",\n4\n,1,",
            "[\n1\n,1",
            "{\"a\":,1}",
            "{\"a\":1,}",
            "{\"a\":1,,}",
            "{\"x\"::\"b\"}",
            "{\"a\":\"a\" 123}",
            "{\"a\" \"b\"}",
            "{[:\"x\"}",
            "{\"a\":\"a",
            "{'a':0}",
            "{9999E9999:1}",
            "{null:null,null:null}",
            "{\"id\":0,,,,,}",
            "{\"a\":true} \"x\"",
            "{\"a\":/*c*/1}",
            "{\"a\":1}#",
            "{,}",
            "{\"a\":",
            "{\"x\", null}",
            "\"\\x00\"",
            "\"\\\\\\\"",
            "\"\\\t\"",
            "\"\\\uD83C\uDF00\"",
            "\"\\\"",
            "\"\\u00A\"",
            "\"\\uD834\\Dd\"",
            "\"\\uD800\\u\"",
            "\"\\uD800\\u1\"",
            "\"\\uD800\\u1x\"",
            "\"\\a\"",
            "\"\\uqqqq\"",
            "\"\\\u00e5\"",
            "\\u0020\"asd\"",
            "\\n",
            "'x'",
            "\"a\u0000a\"",
            "\"new\nline\"",
            "\"\t\"",
            "\"\\UA66D\"",
            "\"\"x",
            "\u2060",
            "\uFEFF",
            "<.>",
            "[<null>]",
            "aå",
            "[True]",
            "nul",
            "truth",
            "fals",
            "\u00e5",
            "1]",
            "{}}",
            "[][]",
            "]",
            "ascii",
            "\\u000A\"\"",
            "{\"a\":\"b\"}#{}",
            "[\"asd]",
            "[\u000c]",
            "\u000b1",
            "[\u2060]",
            "{\"",
            "{\"a",
            "[{",
            "[\"a",
            "*",
            "{\"a\":\"b\"}/**/",
            "{\"a\":\"b\"}//");

    /** In the manner of the n_ files of JSONTestSuite. */
    static Stream<String> malformedDocuments() {
        return Stream.concat(NO_VALUES.stream().map(value -> "{\"name\":" + value + "}"), malformedWholes());
    }

    private static Stream<String> malformedWholes() {
        return Stream.of(
                "",
                " ",
                "{",
                "}",
                "[",
                "]",
                "{]",
                "[}",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\" 1}",
                "{\"a\"::1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,,\"b\":2}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{null:1}",
                "{\"a\":1}}",
                "{\"a\":1}]",
                "{\"a\":1} x",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1}#",
                "{\"a\":1}//c",
                "{\"a\":/**/1}",
                "[1,]",
                "[,1]",
                "[1,,2]",
                "[1 2]",
                "[1:2]",
                "[\"a\"",
                "[\"a\",",
                "[\"a",
                "\"",
                "\"a",
                "'a'",
                "tru",
                "True",
                "nul",
                "nulll",
                "fals",
                "NaN",
                "Infinity",
                "-Infinity",
                "undefined",
                "<html/>",
                "*",
                "\u0000",
                "{\"name\":\"a\u0000b\"}",
                "{\"name\":\"a\nb\"}",
                "{\"name\":\"\ta\"}",
                "{\"name\":\"\\x41\"}",
                "{\"name\":\"\\u00\"}",
                "{\"name\":\"\\u00zz\"}",
                "{\"name\":\"\\\"}",
                "{\"name\":\"\\a\"}",
                "{\"name\":01}",
                "{\"name\":+1}",
                "{\"name\":.5}",
                "{\"name\":1.}",
                "{\"name\":1e}",
                "{\"name\":1e+}",
                "{\"name\":0x1}",
                "{\"name\":1.2.3}",
                "{\"name\":--1}",
                "{\"name\":- 1}",
                "{\"name\":1a}",
                "{\"name\":NaN}",
                "\uFEFF",
                "\u00a0{}",
                "{\"name\":\"x\",\"name\":\"y\"}",
                "{\"name\":\"x\" \u000c}",
                "[]",
                "null",
                "true",
                "1",
                "\"text\"",
                "[{}]",
                "{}");
    }

    @ParameterizedTest
    @MethodSource("malformedDocuments")
    void refusesMalformedDocuments(String document) {
        String key = Api.unique();

        refused(sendingRaw(document).post(O), "POST " + document);
        refused(sendingRaw(document).put(O + "/" + key), "PUT " + document);
        if (!document.equals("{}")) {
            refused(sendingRaw(document).post("/api/v1/advisories"), document);
        }
        assertThat(get("organizations/" + key).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesMalformedPatches() {
        String key = Api.unique();
        String before = put("organizations/" + key, "{'name': 'n'}").asString();

        malformedDocuments()
                .filter(document -> !List.of("[]", "null", "true", "1", "\"text\"", "[{}]", "{}")
                        .contains(document))
                .forEach(document -> refused(
                        sending("application/merge-patch+json", document.getBytes(StandardCharsets.UTF_8))
                                .patch(O + "/" + key),
                        "PATCH " + document));

        assertThat(get("organizations/" + key).asString()).isEqualTo(before);
    }

    static Stream<byte[]> bytesThatAreNotUtf8() {
        byte[] shiftJis = "{\"name\":\"三菱パワー\"}".getBytes(Charset.forName("Shift_JIS"));
        return Stream.of(
                shiftJis,
                bytes("{\"name\":\"", 0xff, "\"}"),
                bytes("{\"name\":\"", 0xc0, 0xaf, "\"}"),
                bytes("{\"name\":\"", 0xed, 0xa0, 0x80, "\"}"),
                bytes("{\"name\":\"", 0xf4, 0x90, 0x80, 0x80, "\"}"),
                bytes("{\"name\":\"", 0xe4, 0xb8, "\"}"),
                bytes("{\"name\":\"", 0x80, "\"}"));
    }

    private static byte[] bytes(Object... parts) {
        var out = new java.io.ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer one) {
                out.write(one);
            } else {
                out.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("bytesThatAreNotUtf8")
    void refusesBytesThatAreNotUtf8(byte[] document) {
        refused(sending("application/json", document).post(O), "bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    zones             | criticality | "90"           | /criticality
                    zones             | criticality | 1.5            | /criticality
                    zones             | criticality | -1             | /criticality
                    zones             | criticality | 101            | /criticality
                    zones             | criticality | 2147483648     | /criticality
                    zones             | criticality | true           | /criticality
                    zones             | criticality | [90]           | /criticality
                    zones             | cidrs       | "10.0.0.0/8"   | /cidrs
                    zones             | cidrs       | [null]         | /cidrs/0
                    zones             | cidrs       | [7]            | /cidrs/0
                    zones             | environment | "office"       | /environment
                    zones             | environment | 0              | /environment
                    zones             | environment | ""             | /environment
                    zones             | holdsCriticalData | "true"   | /holdsCriticalData
                    zones             | holdsCriticalData | 1        | /holdsCriticalData
                    zones             | monitoring  | {"logRetentionDays": -1}  | /monitoring/logRetentionDays
                    zones             | monitoring  | {"colour": 1}  | /monitoring/colour
                    zones             | name        | ""             | /name
                    zones             | name        | "   "          | /name
                    zones             | name        | "\u200b\ufeff\u00a0" | /name
                    zones             | name        | 7              | /name
                    zones             | name        | {}             | /name
                    third-parties     | externalRating | 1.01        | /externalRating
                    third-parties     | externalRating | "NaN"       | /externalRating
                    third-parties     | assessedOn  | "2026-02-30"   | /assessedOn
                    third-parties     | assessedOn  | "yesterday"    | /assessedOn
                    third-parties     | assessedOn  | 1700000000     | /assessedOn
                    third-parties     | assessedOn  | 20000          | /assessedOn
                    third-parties     | assessedOn  | [2026, 1, 31]  | /assessedOn
                    third-parties     | assessedOn  | ""             | /assessedOn
                    third-parties     | assessedOn  | "2026-01-31T00:00:00Z" | /assessedOn
                    third-parties     | assessedOn  | "+999999999-12-31"     | /assessedOn
                    third-parties     | agreement   | {"end": "-999999999-01-01"} | /agreement/end
                    third-parties     | agreement   | {"clauses": ["ANYTHING"]} | /agreement/clauses/0
                    third-parties     | contacts    | [{"name": "n", "email": "no address"}] | /contacts/0/email
                    connection-points | approvedFlows | [{"destinationPorts": ["65536"]}]  | /approvedFlows/0/destinationPorts/0
                    connection-points | approvedFlows | [{"destinationPorts": ["-1"]}]     | /approvedFlows/0/destinationPorts/0
                    connection-points | approvedFlows | [{"destinationPorts": ["9-8"]}]    | /approvedFlows/0/destinationPorts/0
                    connection-points | approvedFlows | [{"destinationPorts": [443]}]      | /approvedFlows/0/destinationPorts/0
                    connection-points | approvedFlows | [{"protocol": "256"}]              | /approvedFlows/0/protocol
                    connection-points | approvedFlows | [{"protocol": "FTP"}]              | /approvedFlows/0/protocol
                    connection-points | firewall    | {"state": "MAYBE"}                   | /firewall/state
                    advisories        | cvss        | 10.1           | /cvss
                    advisories        | epss        | -0.1           | /epss
                    advisories        | affected    | [{"purl": "npm/left-pad"}]            | /affected/0/purl
                    advisories        | affected    | [{"cpe": "fortios"}]                  | /affected/0/cpe
                    advisories        | affected    | [{"cpe": "cpe:2.3:a:only:three"}]     | /affected/0/cpe
                    advisories        | affected    | [{"purl": "pkg:npm/a"}, {"purl": "pkg:npm"}] | /affected/1/purl
                    advisories        | cve         | "CVE-24-1"     | /cve
                    software-products | purl        | "not a purl"   | /purl
                    software-products | cpe         | "cpe:nonsense" | /cpe
                    organizations     | parent      | "a/b"          | /parent
                    organizations     | key         | "三菱"          | /key
                    """)
    void refusesValuesOfTheWrongTypeOrSize(String collection, String property, String value, String pointer) {
        Sample sample = Sample.stored();
        String body = "{}".equals(value)
                ? Sample.with(sample.body(collection), property, "{}").toString()
                : sample.body(collection).toString();
        body = value.contains("e400") || value.startsWith("2147") ? spliced(sample, collection, property, value) : body;
        body = body.equals(sample.body(collection).toString())
                ? Sample.with(sample.body(collection), property, value).toString()
                : body;

        Response answer = sendingRaw(body).post("/api/v1/" + collection);

        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
        if (!pointer.endsWith("/purl") && !pointer.endsWith("/cpe")) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        }
        assertThat(tree(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    /** A number that no tree of JSON would keep as it is written. */
    private static String spliced(Sample sample, String collection, String property, String value) {
        String body = sample.body(collection).without(List.of(property)).toString();
        return body.substring(0, body.length() - 1) + ",\"" + property + "\":" + value + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "0.1e400",
                "-0.5",
                "1E400",
                "-0",
                "-0.0",
                "-0e0",
                "-1e-400"
            })
    void refusesNumbersBeyondAllLimits(String number) {
        Sample sample = Sample.stored();
        long began = System.nanoTime();

        Response answer =
                sendingRaw(spliced(sample, "zones", "criticality", number)).post("/api/v1/zones");
        Response fraction = sendingRaw(spliced(sample, "advisories", "cvss", number.replace("1e-999999999", "11")))
                .post("/api/v1/advisories");

        refused(answer, number);
        refused(fraction, number);
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.0", "-0e0", "-0.00E+5", "-1e-400"})
    void findsANegativeZeroWhereverItStands(String number) {
        Sample sample = Sample.stored();
        String days = "{\"monitoring\": {\"logRetentionDays\": " + number + "}}";
        String addresses = "[\"10.0.0.0/8\", " + number + "]";

        refusedAt("/monitoring/logRetentionDays", patchRaw(sample.address("zones"), days));
        refusedAt("/cidrs/1", patchRaw(sample.address("zones"), "{\"cidrs\": " + addresses + "}"));
        refusedAt(
                "/cidrs/1",
                sendingRaw(spliced(sample, "zones", "cidrs", addresses)).post("/api/v1/zones"));
        refusedAt(
                "/criticality",
                Api.importing(
                        "{\"collection\":\"zones\",\"key\":\"z\",\"name\":\"z\",\"criticality\":" + number + "}"));
    }

    private static Response patchRaw(String address, String body) {
        return sending("application/merge-patch+json", body.getBytes(StandardCharsets.UTF_8))
                .patch("/api/v1/" + address);
    }

    private static void refusedAt(String pointer, Response answer) {
        refused(answer, pointer);
        assertThat(tree(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(tree(answer).at("/errors/0/detail").asText()).startsWith("a negative zero");
    }

    @Test
    void refusesNumbersOfTenThousandDigits() {
        Sample sample = Sample.stored();

        refused(
                sendingRaw(spliced(sample, "zones", "criticality", "9".repeat(10_000)))
                        .post("/api/v1/zones"),
                "digits");
        refused(
                sendingRaw(spliced(sample, "advisories", "cvss", "0." + "9".repeat(10_000)))
                        .post("/api/v1/advisories"),
                "digits");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000, 100_000, 1_000_000})
    void refusesNestingBeyondSixtyFour(int depth) {
        refused(
                sendingRaw("{\"name\":" + "[".repeat(depth) + "]".repeat(depth) + "}")
                        .post(O),
                depth);
        refused(sendingRaw("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)).put(O + "/" + Api.unique()), depth);
        refused(sendingRaw("[".repeat(depth)).post(O), depth);
    }

    @Test
    void readsNestingUpToSixtyFourAndFindsWhatElseIsWrong() {
        Response answer =
                sendingRaw("{\"name\":" + "[".repeat(63) + "]".repeat(63) + "}").post(O);

        answer.then().statusCode(400).body("errors[0].pointer", equalTo("/name"));
    }

    @Test
    void refusesAMillionPropertiesBeforeItHasReadThem() {
        Sample sample = Sample.stored();
        var body = new StringBuilder("{\"name\":\"n\"");
        for (int i = 0; i < 1_000_000; i++) {
            body.append(",\"p").append(i).append("\":1");
        }
        String many = body.append("}").toString();

        refusedBecause("200,000", sendingRaw(many).post(O));
        refusedBecause("200,000", patchRaw(sample.address("organizations"), many));
        refusedBecause("200,000", patchRaw(sample.address("organizations"), "{\"parent\":" + many + "}"));
    }

    @Test
    void refusesTenThousandNamesOfOneHash() {
        var body = new StringBuilder("{\"name\":\"n\"");
        for (int i = 0; i < 10_000; i++) {
            body.append(",\"");
            for (int bit = 0; bit < 14; bit++) {
                body.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            body.append("\":1");
        }

        refusedBecause("not known", sendingRaw(body + "}").post(O));
    }

    private static void refusedBecause(String why, Response answer) {
        refused(answer, why);
        assertThat(tree(answer).get("detail").asText()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "三菱パワー", "㈱日立", "髙﨑", "高崎", "ﾐﾂﾋﾞｼ", "𠮷野家", "👩‍👩‍👧‍👦", "ر‏שלום", "a‮b", "a​b", "Ω≈ç√∫",
                        "' or 1=1 --",
                "<script>alert(1)</script>", "${jndi:ldap://x}", "%00", "../../etc/passwd", "=cmd()", "null",
                        "\\\\\\\"", "a\u2028b", "ǅ", "ß", "İ", "ﬁ"
            })
    void keepsNamesAsTheyAre(String name) {
        Response created = sendingRaw("{\"name\":" + new com.fasterxml.jackson.databind.node.TextNode(name) + "}")
                .post(O);

        created.then().statusCode(201);
        assertThat(tree(created).get("name").asText()).isEqualTo(name);
        assertThat(read("organizations/" + tree(created).get("key").asText())
                        .get("name")
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void bringsNamesIntoOneForm() {
        String decomposed = Normalizer.normalize("  がブ  ", Normalizer.Form.NFD);

        Response created = sendingRaw("{\"name\":\"" + decomposed + "\"}").post(O);

        created.then().statusCode(201);
        assertThat(tree(created).get("name").asText()).isEqualTo("がブ");
    }

    @Test
    void takesEscapedSurrogatePairs() {
        Response created = sendingRaw("{\"name\":\"\\ud842\\udfb7野家\"}").post(O);

        created.then().statusCode(201).body("name", equalTo("𠮷野家"));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        sendingRaw("{\"name\":\"" + "𠮷".repeat(200) + "\"}").post(O).then().statusCode(201);

        sendingRaw("{\"name\":\"" + "𠮷".repeat(201) + "\"}").post(O).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\u0000b",
                "a\\ud800b",
                "a\\udc00\\ud800",
                "\\ud800",
                "a\\u0007b",
                "a\\u001bb",
                "a\\u007fb",
                "a\\nb",
                "a\\u0085b"
            })
    void refusesUnsoundNames(String name) {
        refused(sendingRaw("{\"name\":\"" + name + "\"}").post(O), name);
        refused(sendingRaw("{\"name\":\"n\",\"" + name + "\":1}").post(O), name);
    }

    @Test
    void refusesNulInWhateverText() {
        Sample sample = Sample.stored();
        String body = sample.body("third-parties").put("owner", "a\u0000b").toString();

        refused(sendingRaw(body).post("/api/v1/third-parties"), "owner");
        refused(
                sendingRaw(sample.body("advisories")
                                .put("description", "a\u0000b")
                                .toString())
                        .post("/api/v1/advisories"),
                "description");
        refused(
                sendingRaw(sample.body("assets")
                                .put("credentialGroup", "\ud83d\u0000")
                                .toString())
                        .post("/api/v1/assets"),
                "group");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "::/0",
                "10.0.0.0/8",
                "10.0.0.1/32",
                "10.0.0.0/31",
                "255.255.255.255/32",
                "::1/128",
                "2001:db8::/32",
                "10.0.0.1",
                "::1",
                "10.0.0.1-10.0.0.5",
                "2001:DB8::1",
                "2001:db8:0:0:0:0:0:1"
            })
    void takesSoundAddresses(String address) {
        Sample sample = Sample.stored();

        Response created = post(
                "zones",
                Sample.with(sample.body("zones"), "cidrs", "[\"" + address + "\"]")
                        .toString());

        created.then().statusCode(201);
        assertThat(tree(created).at("/cidrs/0").asText()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/00",
                "10.0.0.0/08",
                "10.0.0.0/",
                "10.0.0.1/24",
                "010.0.0.0/8",
                "1.2.3",
                "1.2.3.4.5",
                "256.0.0.1",
                "0x7f000001",
                "2130706433",
                "::ffff:10.0.0.1/120",
                "::ffff:10.0.0.1",
                "fe80::1%eth0",
                "[10.0.0.1]",
                "[::1]",
                "10.0.0.5-10.0.0.1",
                "::/129",
                "::1::2",
                "2001:db8::1/64",
                "10.0.0.1-::1",
                "10.0.0.0/8/8",
                " 10.0.0.0/8",
                "10.0.0.0 /8",
                "１０.0.0.0/8",
                "any",
                "",
                "localhost",
                "10.0.0.0/255.0.0.0",
                "12345::",
                "10.0.0.-1"
            })
    void refusesAddressesThatAreWrongOrAmbiguous(String address) {
        Sample sample = Sample.stored();

        Response answer = post(
                "zones",
                Sample.with(sample.body("zones"), "cidrs", "[\"10.0.0.0/8\", \"" + address + "\"]")
                        .toString());

        refused(answer, address);
        assertThat(tree(answer).at("/errors/0/pointer").asText()).isEqualTo("/cidrs/1");
    }

    @Test
    void refusesBodiesOverTheLimit() {
        byte[] large = new byte[51 * 1024 * 1024];
        java.util.Arrays.fill(large, (byte) ' ');

        sending("application/json", large).post(O).then().statusCode(413).contentType(Api.PROBLEM);
        put("organizations/" + Api.unique(), "{'name': 'still alive'}").then().statusCode(201);
    }

    @Test
    void refusesListsOfMoreThanAThousand() {
        Sample sample = Sample.stored();
        String many = "[" + "\"10.0.0.0/8\",".repeat(1000) + "\"10.0.0.0/8\"]";

        refused(post("zones", Sample.with(sample.body("zones"), "cidrs", many).toString()), "1001 addresses");
    }

    @Test
    void takesTextOfFiftyThousandCharactersQuickly() {
        long began = System.nanoTime();
        String longText = "a.".repeat(25_000) + "!";

        for (String collection : Sample.COLLECTIONS) {
            sendingRaw("{\"key\":\"" + longText + "\",\"name\":\"" + longText + "\"}")
                    .post("/api/v1/" + collection)
                    .then()
                    .statusCode(400);
        }
        sendingRaw("{\"name\":\"n\",\"cpe\":\"cpe:2.3:" + "a:".repeat(200) + "\"}")
                .post("/api/v1/software-products")
                .then()
                .statusCode(422);

        assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
    }
}
