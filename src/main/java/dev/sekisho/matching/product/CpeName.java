package dev.sekisho.matching.product;

import dev.sekisho.matching.version.Memo;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import us.springett.parsers.cpe.Cpe;
import us.springett.parsers.cpe.CpeParser;
import us.springett.parsers.cpe.exceptions.CpeParsingException;

/** A CPE name, 2.2 or 2.3, as far as matching needs it; names that are not valid match nothing. */
final class CpeName {
    private static final Memo<CpeName> PARSED = new Memo<>(CpeName::read);
    private static final String ANY = "*";
    private static final String NONE = "-";

    private final Cpe cpe;
    // The library takes the name apart at every call.
    private final String vendor;
    private final String product;

    private CpeName(Cpe cpe) {
        this.cpe = cpe;
        this.vendor = cpe.getVendor();
        this.product = cpe.getProduct();
    }

    static @Nullable CpeName parse(@Nullable String text) {
        return text == null ? null : PARSED.get(text);
    }

    private static @Nullable CpeName read(String text) {
        if (!text.startsWith("cpe:")) {
            return null;
        }
        try {
            return new CpeName(CpeParser.parse(text.strip(), true));
        } catch (CpeParsingException | RuntimeException e) {
            return null;
        }
    }

    String part() {
        return cpe.getPart().getAbbreviation();
    }

    String vendor() {
        return vendor;
    }

    String product() {
        return product;
    }

    /** Version and update in one text, or null where the name leaves them open. */
    @Nullable
    String version() {
        String version = cpe.getVersion();
        if (version.equals(ANY) || version.equals(NONE)) {
            return null;
        }
        String update = cpe.getUpdate();
        return update.equals(ANY) || update.equals(NONE) ? version : version + " " + update;
    }

    boolean sameProduct(CpeName other) {
        return ProductNames.fold(vendor()).equals(ProductNames.fold(other.vendor()))
                && ProductNames.fold(product()).equals(ProductNames.fold(other.product()));
    }

    /** Whether both name an edition or target and name ones that cannot be the same. */
    boolean excludes(CpeName other) {
        List<Function<Cpe, String>> attributes =
                List.of(Cpe::getEdition, Cpe::getSwEdition, Cpe::getTargetSw, Cpe::getTargetHw, Cpe::getLanguage);
        return attributes.stream().anyMatch(attribute -> {
            String mine = attribute.apply(cpe);
            String theirs = attribute.apply(other.cpe);
            return !mine.equals(ANY) && !theirs.equals(ANY) && !CpeWords.mayAgree(mine, theirs);
        });
    }

    /** What else it is limited to: an edition as it was written before there were fields of its own, or something of its own. */
    @Nullable
    String otherEdition() {
        String edition = stated(cpe.getEdition());
        String other = stated(cpe.getOther());
        // A range of versions with an update means that variant: an update that is a version stands in the version.
        String update = cpe.getVersion().equals(ANY) ? stated(cpe.getUpdate()) : null;
        return edition != null ? edition : other != null ? other : update;
    }

    @Nullable
    String targetSoftware() {
        return stated(cpe.getTargetSw());
    }

    @Nullable
    String targetHardware() {
        return stated(cpe.getTargetHw());
    }

    private static @Nullable String stated(String value) {
        return value.equals(ANY) || value.equals(NONE) ? null : value;
    }

    /** The software edition the name is limited to, such as {@code lts}; null for any. */
    @Nullable
    String edition() {
        return stated(cpe.getSwEdition());
    }
}
