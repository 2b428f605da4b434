package dev.sekisho.sbom;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bill of materials says.
 *
 * @param format CycloneDX or SPDX with its version
 * @param author who wrote it
 * @param whole the id within the bill of the software it describes; null where it has none
 */
public record Bill(
        String format, String author, @Nullable String whole, List<Component> components, List<Statement> statements) {

    /**
     * A part of the software.
     *
     * @param ref its id within the bill
     */
    public record Component(
            @Nullable String ref,
            @Nullable String group,
            String name,
            @Nullable String version,
            @Nullable String purl,
            @Nullable String cpe) {

        Component withoutRef() {
            return new Component(null, group, name, version, purl, cpe);
        }

        /** As people call it: name and version. */
        public String label() {
            return (group == null ? "" : group + "/") + name + (version == null ? "" : " " + version);
        }
    }

    /**
     * What its author says of one vulnerability (VEX).
     *
     * @param ids its id and the ids of the same vulnerability elsewhere
     * @param state the word of CycloneDX, such as not_affected or exploitable
     * @param why justification and detail
     * @param refs the components it is said of; empty for all
     */
    public record Statement(Set<String> ids, String state, String why, Set<String> refs) {}

    public Bill {
        components = List.copyOf(components);
        statements = List.copyOf(statements);
    }
}
