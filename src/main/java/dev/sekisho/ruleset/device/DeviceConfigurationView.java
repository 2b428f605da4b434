package dev.sekisho.ruleset.device;

import dev.sekisho.ruleset.DiffView;
import dev.sekisho.ruleset.LinkKind;
import dev.sekisho.ruleset.RuleSets.Naming;
import dev.sekisho.ruleset.reading.Sections.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The configuration of a device, the links read from it, and what of it no link is read from. */
@Schema(
        name = "DeviceConfiguration",
        description =
                "The configuration of a device without its text, which is never shown, the links that are read from it, and what of it no link is read from.")
record DeviceConfigurationView(
        @Schema(description = "The device.") DeviceView device,

        @Schema(description = "The positions of links that are read from it, by kind, key and position.")
        List<LinkView> links,

        @Schema(
                description =
                        "How many sections hold its rules: access lists (Cisco), chains (iptables, nftables), policies (FortiOS), security rules (PAN-OS), policies and packet filters (Junos), access layers (Check Point), security groups and network ACLs (AWS), network security groups (Azure), or all rules together (RULES_JSON).")
        int sections,

        @Schema(description = "How many of them no link is read from.")
        int unusedSections,

        @Schema(
                description =
                        "The first 1,000 of these in the order of the configuration. What is in a section that links are read from and does nothing there is the finding NET-08 of the link.")
        List<SectionView> unused) {

    private static final int SHOWN = 1_000;

    /** A section. */
    @Schema(name = "ConfigurationSection", description = "A part of a configuration that holds rules.")
    record SectionView(
            @Schema(description = "What it is and what it is called.", examples = "access list OUTSIDE")
            String name,

            @Schema(description = "The line it begins at, from 1; 1 where the format has no lines.")
            int line) {}

    /** A position of a link. */
    @Schema(name = "DeviceLink", description = "A position of a link whose rules are read from the configuration.")
    record LinkView(
            @Schema(description = "The kind of link.") LinkKind subject,
            @Schema(description = "Key of the link.") String key,

            @Schema(description = "Where the device stands on the way, counted from 1.")
            int position,

            @Schema(description = "The revision of the rule set in force there.")
            int revision,

            @Schema(description = "What of the configuration guards the link, as it was named.") @Nullable
            String guard,

            @Schema(
                    description =
                            "What of that the configuration no longer has; everything counts as permitted then, as a doubt. Absent where it has all of it.")
            @Nullable
            String missing,

            @Schema(
                    description =
                            "How what the whole link permits, through all its devices, was changed by this request; absent where nothing was sent, or the same again.")
            @Nullable
            TrafficChange change,

            @Schema(
                    description =
                            "Packets that only one of both permits; absent where there are none or none can be told.")
            @Nullable
            DiffView traffic) {

        static LinkView of(Naming naming, TrafficChange.@Nullable Told told) {
            return new LinkView(
                    naming.at().kind(),
                    naming.at().link(),
                    naming.at().position(),
                    naming.revision(),
                    naming.guard().names().isEmpty() ? null : naming.guard().text(),
                    naming.from().missing(),
                    told == null ? null : told.change(),
                    told == null ? null : told.diff());
        }
    }

    /** @param told how the links changed; nothing of links that did not */
    static DeviceConfigurationView of(
            DeviceEntity row, List<Section> sections, List<Naming> links, Map<Changes.Link, TrafficChange.Told> told) {
        var used = new HashSet<Integer>();
        links.forEach(naming -> used.addAll(naming.from().sections()));
        List<Section> unused = IntStream.range(0, sections.size())
                .filter(number -> !used.contains(number))
                .mapToObj(sections::get)
                .toList();
        return new DeviceConfigurationView(
                DeviceView.of(row, links.size()),
                links.stream()
                        .map(naming -> LinkView.of(naming, told.get(Changes.Link.of(naming.at()))))
                        .toList(),
                sections.size(),
                unused.size(),
                unused.stream()
                        .limit(SHOWN)
                        .map(section -> new SectionView(section.name(), section.line()))
                        .toList());
    }
}
