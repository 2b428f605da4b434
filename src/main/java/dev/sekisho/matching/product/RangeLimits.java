package dev.sekisho.matching.product;

import dev.sekisho.matching.product.Limit.Kind;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each entry of a source is limited to that one installed product does not state. */
final class RangeLimits {
    private static final Set<String> NOTHING =
            Set.of("", "all", "any", "na", "none", "unknown", "unspecified", "allmodules", "allplatforms", "multiple");
    private static final Set<String> ORDINARY = Set.of(
            "community",
            "standard",
            "continuous",
            "server",
            "free",
            "basic",
            "home",
            "lite",
            "express",
            "personal",
            "opensource",
            "oss",
            "x64",
            "x8664",
            "amd64",
            "64bit",
            "x64basedsystems");
    private static final Pattern SYSTEM = Pattern.compile(
            "windows.*|win(?:32|64)|mac(?:os|osx|intosh)?|osx|linux.*|.*linux|unix|android|ios|iphoneos|ipados|ipad|iphone|"
                    + "chromeos|aix|hpux|solaris|sunos|irix|freebsd|openbsd|netbsd|tvos|watchos|visionos|zos|vxworks|esxi?");
    private static final Pattern HARDWARE = Pattern.compile(
            "x86|x64|x8664|amd64|i[3-6]86|ia32|ia64.*|itanium.*|arm.*|aarch64|ppc.*|powerpc.*|sparc.*|s390x?|mips.*|riscv64|"
                    + "alpha|hppa|m68k|(?:32|64)bit.*|x64basedsystems");
    private static final Set<String> DISTRIBUTED = Set.of("deb", "rpm", "apk");
    private static final Pattern BRACKETS = Pattern.compile("[(（]([^()（）]+)[)）]");
    private static final Pattern VARIANT = Pattern.compile(
            "(?i)\\b(?:edition|enterprise|community|professional|standard|premium|fips|ndcpp|lts|esr|server core|"
                    + "windows|linux|mac ?os|android|ios)\\b");
    private static final int SHORTEST_WORD = 3;

    private final Installed installed;
    private final String names;
    private final boolean releaseKnown;

    RangeLimits(Installed installed) {
        this.installed = installed;
        this.names = ProductNames.fold(String.join(
                " ",
                String.valueOf(installed.product()),
                String.valueOf(installed.version()),
                installed.cpe() == null ? "" : installed.cpe().replace(':', ' ')));
        this.releaseKnown = Release.of(installed.purl()) != null;
    }

    Set<Limit> of(AffectedProduct entry) {
        Map<Kind, Set<String>> found = new EnumMap<>(Kind.class);
        names(entry, found);
        platforms(entry, found);
        modules(entry, found);
        requires(entry, found);
        brackets(entry, found);
        return found.entrySet().stream()
                .map(one -> new Limit(one.getKey(), Set.copyOf(one.getValue())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether those that are limited to something speak, all together, of everything there may be. */
    static boolean areComplete(Collection<Set<Limit>> limits) {
        Map<Kind, Set<String>> values = new EnumMap<>(Kind.class);
        limits.stream()
                .flatMap(Set::stream)
                .forEach(limit -> values.computeIfAbsent(limit.kind(), kind -> new HashSet<>())
                        .addAll(limit.values()));
        return values.entrySet().stream().allMatch(one -> isComplete(one.getKey(), one.getValue()));
    }

    private static boolean isComplete(Kind kind, Set<String> values) {
        boolean several = kind.twoAreAll() && values.size() > 1;
        return kind.canBeComplete() && (several || values.stream().anyMatch(ORDINARY::contains));
    }

    /** One CPE name without a limit is enough. */
    private void names(AffectedProduct entry, Map<Kind, Set<String>> found) {
        List<CpeName> cpes = entry.cpes().stream()
                .map(CpeName::parse)
                .filter(Objects::nonNull)
                .toList();
        if (cpes.isEmpty()) {
            return;
        }
        add(found, Kind.EDITION, all(cpes.stream().map(CpeName::edition).toList()));
        add(found, Kind.VARIANT, all(cpes.stream().map(CpeName::otherEdition).toList()));
        List<String> systems = all(cpes.stream().map(CpeName::targetSoftware).toList());
        if (systems.stream()
                .allMatch(system -> SYSTEM.matcher(ProductNames.fold(system)).matches())) {
            // What runs in WordPress or Node.js runs nowhere else.
            add(found, Kind.SYSTEM, systems);
        }
        add(found, Kind.HARDWARE, all(cpes.stream().map(CpeName::targetHardware).toList()));
    }

    /** None where one of them is absent. */
    private static List<String> all(List<@Nullable String> values) {
        return values.stream().anyMatch(Objects::isNull)
                ? List.of()
                : values.stream().map(String::valueOf).toList();
    }

    private void platforms(AffectedProduct entry, Map<Kind, Set<String>> found) {
        if (entry.source() == Source.OSV) {
            release(entry, found);
            return;
        }
        for (String platform : entry.platforms()) {
            CpeName cpe = CpeName.parse(platform);
            String key = ProductNames.fold(cpe == null ? platform : cpe.product());
            if (ReleaseNames.namesRelease(platform) && !entry.purls().isEmpty()) {
                add(found, Kind.RELEASE, releaseKnown ? List.of() : List.of(platform));
            } else {
                add(found, HARDWARE.matcher(key).matches() ? Kind.HARDWARE : Kind.SYSTEM, List.of(key));
            }
        }
    }

    /** What stands behind the name of a distribution in OSV is its release; other ecosystems have none. */
    private void release(AffectedProduct entry, Map<Kind, Set<String>> found) {
        boolean distributed = entry.purls().stream()
                .map(Packages::parse)
                .anyMatch(purl -> purl != null && DISTRIBUTED.contains(purl.getType()));
        if (distributed && !releaseKnown) {
            add(found, Kind.RELEASE, List.copyOf(entry.platforms()));
        }
    }

    private void modules(AffectedProduct entry, Map<Kind, Set<String>> found) {
        boolean packaged = !entry.purls().isEmpty();
        for (String module : entry.modules()) {
            if (!packaged) {
                boolean whole = ProductNames.fold(module).equals(ProductNames.fold(String.valueOf(entry.product())));
                add(found, Kind.MODULE, whole ? List.of() : List.of(module));
            } else if (!ModuleStreams.isIn(installed, module)) {
                add(found, Kind.STREAM, List.of(module));
            }
        }
    }

    private void requires(AffectedProduct entry, Map<Kind, Set<String>> found) {
        List<CpeName> required = entry.requires().stream()
                .map(CpeName::parse)
                .filter(Objects::nonNull)
                .toList();
        // A device's firmware implies the device.
        if (!required.stream().allMatch(cpe -> cpe.part().equals("h"))) {
            add(found, Kind.REQUIRED, required.stream().map(CpeName::product).toList());
        }
    }

    /** {@code Box (Enterprise Edition)} is found under {@code Box}. */
    private void brackets(AffectedProduct entry, Map<Kind, Set<String>> found) {
        Matcher bracket = BRACKETS.matcher(String.valueOf(entry.product()));
        while (bracket.find()) {
            if (VARIANT.matcher(bracket.group(1)).find()) {
                add(found, Kind.VARIANT, List.of(bracket.group(1)));
            }
        }
    }

    private void add(Map<Kind, Set<String>> found, Kind kind, List<String> values) {
        List<String> folded = values.stream()
                .map(ProductNames::fold)
                .filter(value -> !NOTHING.contains(value))
                .toList();
        if (!folded.isEmpty() && folded.stream().noneMatch(this::isStated)) {
            found.computeIfAbsent(kind, any -> new TreeSet<>()).addAll(folded);
        }
    }

    private boolean isStated(String value) {
        return value.length() >= SHORTEST_WORD && names.contains(value)
                || installed.platforms().stream().anyMatch(platform -> isPlatform(platform, value));
    }

    private static boolean isPlatform(String platform, String value) {
        CpeName cpe = CpeName.parse(platform);
        String text = ProductNames.fold(platform);
        return cpe == null
                ? text.equals(value) || text.endsWith(value)
                : ProductNames.fold(cpe.product()).equals(value);
    }
}
