package dev.sekisho.ruleset.format;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.aws.AwsDocument;
import dev.sekisho.ruleset.azure.AzureDocument;
import dev.sekisho.ruleset.cisco.CiscoConfiguration;
import dev.sekisho.ruleset.netfilter.IptablesFile;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads every configuration below a folder with every guard it has and prints how much was read, opaque and refused. */
final class Survey {

    private int files;
    private int refused;
    private int rules;
    private int opaque;
    private int notes;
    private int readings;

    private Survey() {}

    public static void main(String[] folder) throws IOException {
        var surveys = new TreeMap<Format, Survey>();
        try (var paths = Files.walk(Path.of(folder[0]))) {
            for (var path : paths.filter(Files::isRegularFile).sorted().toList()) {
                for (var format : formats(path.toString())) {
                    surveys.computeIfAbsent(format, none -> new Survey()).survey(format, path);
                }
            }
        }
        print(surveys);
    }

    private static List<Format> formats(String path) {
        if (path.matches(".*(iptables-save|firewallp.txt|\\.iptables|\\.v4)$")) {
            return List.of(Format.IPTABLES_SAVE);
        }
        if (path.contains("/cisco_asa/")) {
            return List.of(Format.CISCO_ASA);
        }
        if (path.contains("/fortios/")) {
            return List.of(Format.FORTIOS);
        }
        if (path.matches(".*/panos(-xml)?/(batfish|lab-validation|pan-os-php|.*\\.xml).*") && !path.endsWith(".yaml")) {
            return List.of(Format.PANOS);
        }
        if (path.matches(".*/junos(-srx|-filter)?/.*") && !path.endsWith(".jsonl")) {
            return List.of(Format.JUNOS);
        }
        if (path.matches(".*/checkpoint/.*rulebase.*\\.json")) {
            return path.contains("nat-rulebase") ? List.of() : List.of(Format.CHECKPOINT);
        }
        if (path.matches(".*/batfish-networks/.*\\.cfg")) {
            return List.of(Format.CISCO_IOS);
        }
        if (path.matches(".*(SecurityGroups(_\\d+)?|NetworkAcls(_\\d+)?)\\.json")
                || path.matches(".*npguard-aws/input/.*")) {
            return List.of(Format.AWS_VPC);
        }
        return path.matches(".*(-nsg\\.json|NetworkSecurityGroup.*\\.json)") ? List.of(Format.AZURE_NSG) : List.of();
    }

    private void survey(Format format, Path path) throws IOException {
        files++;
        for (var text : texts(format, Files.readString(path, StandardCharsets.ISO_8859_1))) {
            try {
                for (var guard : guards(format, text)) {
                    count(format.read(text, guard));
                }
            } catch (UnreadableConfiguration | UnsuitableGuard refusal) {
                refused++;
                System.err.println(format + " " + path.getFileName() + ": " + refusal.getMessage());
            }
        }
    }

    /** Recorded sessions hold the answers of the API one by one. */
    private static List<String> texts(Format format, String text) {
        if (format != Format.AZURE_NSG || !text.contains("\"interactions\"")) {
            return List.of(text);
        }
        return ConfigurationJson.parse(text).required("interactions").items().stream()
                .filter(one -> one.required("request").required("uri").text().matches(".*networkSecurityGroups\\?.*"))
                .map(one -> write(one.required("response").required("body")))
                .toList();
    }

    private static String write(ConfigurationJson json) {
        if (json.isObject()) {
            return "{"
                    + String.join(
                            ",",
                            json.fields().entrySet().stream()
                                    .map(field -> "\"" + field.getKey() + "\":" + write(field.getValue()))
                                    .toList())
                    + "}";
        }
        if (json.isArray()) {
            return "["
                    + String.join(",", json.items().stream().map(Survey::write).toList()) + "]";
        }
        return json.isText()
                ? "\"" + json.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : json.isNull() ? "null" : json.isWhole() ? json.word() : String.valueOf(json.flag());
    }

    private static List<GuardSelector> guards(Format format, String text) {
        return switch (format) {
            case IPTABLES_SAVE ->
                IptablesFile.exports(text).stream()
                        .flatMap(export -> export.tables.stream())
                        .flatMap(table -> table.chains.keySet().stream()
                                .map(chain -> GuardSelector.chain(chain).with(Key.TABLE, table.name)))
                        .toList();
            case CISCO_ASA, CISCO_IOS -> cisco(format, CiscoConfiguration.of(text, format == Format.CISCO_ASA));
            case AWS_VPC -> aws(AwsDocument.of(text));
            case AZURE_NSG ->
                directions(AzureDocument.of(text).groups().stream()
                        .map(group -> GuardSelector.unnamed().with(Key.NSG, group.name())));
            case PANOS -> panos(text);
            case JUNOS -> junos(text);
            case CHECKPOINT -> named(Format.CHECKPOINT, GuardSelector.unnamed(), Key.ACL, text);
            default -> List.of(GuardSelector.unnamed());
        };
    }

    private static List<GuardSelector> cisco(Format format, CiscoConfiguration device) {
        var guards = new ArrayList<>(
                device.lists.keySet().stream().map(GuardSelector::acl).toList());
        guards.addAll(directions(device.interfaces.stream()
                .map(one -> format == Format.CISCO_ASA ? one.word("nameif") : one.name())
                .filter(name -> !name.isEmpty())
                .map(GuardSelector::interfaceNamed)));
        return guards;
    }

    /** Each virtual system or device group, between any two of its zones: a refusal says which there are. */
    private static List<GuardSelector> panos(String text) {
        var places = named(GuardSelector.unnamed(), Key.VSYS, text);
        if (places.isEmpty()) {
            places = named(GuardSelector.unnamed(), Key.DEVICE_GROUP, text);
        }
        var guards = new ArrayList<GuardSelector>();
        for (var place : places) {
            var zoned = named(place, Key.FROM_ZONE, text).stream()
                    .flatMap(from -> named(from, Key.TO_ZONE, text).stream())
                    .toList();
            guards.addAll(zoned.isEmpty() ? List.of(place) : zoned);
        }
        return guards;
    }

    /** Between any two zones, or each packet filter where there are no policies. */
    private static List<GuardSelector> junos(String text) {
        var guard = GuardSelector.unnamed();
        var zoned = named(Format.JUNOS, guard, Key.FROM_ZONE, text).stream()
                .flatMap(from -> named(Format.JUNOS, from, Key.TO_ZONE, text).stream())
                .toList();
        var filters = named(Format.JUNOS, guard, Key.ACL, text);
        return !zoned.isEmpty() ? zoned : filters.isEmpty() ? List.of(guard) : filters;
    }

    private static List<GuardSelector> named(GuardSelector guard, Key key, String text) {
        return named(Format.PANOS, guard, key, text);
    }

    private static List<GuardSelector> named(Format format, GuardSelector guard, Key key, String text) {
        try {
            format.read(text, guard.with(key, "?"));
            return List.of();
        } catch (UnsuitableGuard refusal) {
            var known = refusal.getMessage().split("it has ", 2);
            return known.length < 2 || known[1].equals("none")
                    ? List.of()
                    : Stream.of(known[1].split(", "))
                            .map(name -> guard.with(key, name))
                            .toList();
        }
    }

    private static List<GuardSelector> aws(AwsDocument document) {
        return directions(Stream.concat(
                document.groups().stream()
                        .map(group -> GuardSelector.unnamed()
                                .with(
                                        Key.SECURITY_GROUP,
                                        group.required("GroupId").text())),
                document.acls().stream()
                        .map(acl -> GuardSelector.unnamed()
                                .with(
                                        Key.NETWORK_ACL,
                                        acl.required("NetworkAclId").text()))));
    }

    private static List<GuardSelector> directions(Stream<GuardSelector> guards) {
        return guards.flatMap(guard -> Stream.of(guard, guard.with(Key.DIRECTION, "OUT")))
                .toList();
    }

    private void count(RuleSet set) {
        readings++;
        rules += set.rules().size();
        opaque += set.opaque().size();
        notes += set.notes().size();
    }

    private static void print(Map<Format, Survey> surveys) {
        System.out.println("| format | files | readings | rules | opaque | notes | refused |");
        System.out.println("|---|---|---|---|---|---|---|");
        surveys.forEach((format, one) -> System.out.printf(
                "| %s | %d | %d | %d | %d | %d | %d |%n",
                format, one.files, one.readings, one.rules, one.opaque, one.notes, one.refused));
    }
}
